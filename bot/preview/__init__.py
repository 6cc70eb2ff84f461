"""A local Discord on 127.0.0.1, to which a real discord.py bot connects unchanged, and a web page to try it on.

- ``server``: the local Discord. One state is shown by REST, the gateway and the CDN. It rejects what Discord
  would reject. What discord.py does not need for interactions answers 501 and names what is missing.
- ``client``: a person's client, which does only what Discord's client allows.
- ``page``: the page in the browser.
- ``run``: the bot, the local Discord and the page together.

Only ``run`` knows the bot. Tests and the page use the same server and client.
"""
