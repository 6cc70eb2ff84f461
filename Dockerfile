# docker build -t queen-of-tears-bot .
# docker run --rm --env-file .env queen-of-tears-bot

FROM python:3.13-slim AS build
# Packages first, so that a change of the code does not reinstall them. The libraries that draw the pictures stay here.
COPY requirements.txt requirements-image.txt /
RUN python -m venv --without-pip /venv && python -m venv --without-pip /drawing \
    && pip --python /venv/bin/python install --no-cache-dir --require-hashes --only-binary :all: -r /requirements-image.txt \
    && pip --python /drawing/bin/python install --no-cache-dir --require-hashes --only-binary :all: -r /requirements.txt
WORKDIR /app
COPY bot bot
COPY data data
RUN CACHE=bot/pictures/bundled /drawing/bin/python -m bot render
# Of the data on more than 700 locales, the bot needs that of its languages.
RUN languages="$(ls bot/i18n/locales)" && cd /venv/lib/python3*/site-packages/babel/locale-data \
    && mkdir /kept && mv root.dat $(for language in $languages; do ls "$language".dat "$language"_*.dat; done) /kept \
    && rm -- *.dat && mv /kept/* .
# Compile here, because the bot cannot write in the image; unchecked, because the code never changes there.
RUN /venv/bin/python -m compileall -q --invalidation-mode unchecked-hash bot data \
    && /venv/bin/python -m bot check

FROM python:3.13-slim
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
# Log without delay, and keep generated files where even a read-only container has a writable file system.
ENV PYTHONUNBUFFERED=1 CACHE=/tmp/cache
# Listen on all interfaces of the container; "docker run -p" decides what is reachable from outside.
ENV LISTEN=0.0.0.0 PORT=8000 METRICS_PORT=9090
EXPOSE 8000 9090
# An unprivileged user that owns no files.
USER 10001:10001
# With an empty METRICS_PORT there are no health checks, and this one always succeeds.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["/venv/bin/python", "-c", \
    "import os, urllib.request as web; port = os.environ['METRICS_PORT']; port and web.urlopen(f'http://127.0.0.1:{port}/livez', timeout=2)"]
ENTRYPOINT ["/venv/bin/python", "-m", "bot"]
CMD ["run"]
