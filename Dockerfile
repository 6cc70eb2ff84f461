# docker build -t queen-of-tears-bot .
# docker run --rm --env-file .env queen-of-tears-bot

FROM python:3.13-slim AS build
# The packages come before the code, so that a change of the code does not install them again.
COPY requirements.txt /
RUN python -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-cache-dir --require-hashes --only-binary :all: -r /requirements.txt
WORKDIR /app
COPY bot bot
COPY data data
# Compiled here, since the bot may not write where it runs; unchecked, since the code never changes there.
RUN /venv/bin/python -m compileall -q --invalidation-mode unchecked-hash bot data \
    && /venv/bin/python -m bot check

FROM python:3.13-slim
# What the library that draws the map of the characters takes for granted on a desktop.
RUN apt-get update && apt-get install -y --no-install-recommends libglib2.0-0 libxext6 libxrender1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
# Log lines appear at once; what can be made again is kept where a file system that is read-only elsewhere lets it.
ENV PYTHONUNBUFFERED=1 MPLCONFIGDIR=/tmp/matplotlib CACHE=/tmp/cache
# Within the container everybody may reach the ports; "docker run -p" decides about the world.
ENV LISTEN=0.0.0.0 PORT=8000 METRICS_PORT=9090
EXPOSE 8000 9090
# Nobody in particular: the bot owns no file.
USER 10001:10001
# An empty METRICS_PORT switches health off, and this with it.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["/venv/bin/python", "-c", \
    "import os, urllib.request as web; port = os.environ['METRICS_PORT']; port and web.urlopen(f'http://127.0.0.1:{port}/livez', timeout=2)"]
ENTRYPOINT ["/venv/bin/python", "-m", "bot"]
CMD ["run"]
