"""A mail server that keeps what it gets in a directory: one file per mail, and one for who was refused."""

import asyncio
import sys
from pathlib import Path

MAP = Path(sys.argv[1])


async def ontvang(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
    """As much of SMTP as a client needs. What is in the file `weiger` is refused, `stil` gets no answer."""
    schrijver.write(b"220 postbus\r\n")
    while regel := await lezer.readline():
        opdracht = regel.decode().strip().upper()
        if opdracht.startswith("RCPT TO:") and (MAP / "weiger").exists():
            schrijver.write(b"550 nee\r\n")
        elif opdracht == "DATA":
            schrijver.write(b"354 ga door\r\n")
            tekst = await lezer.readuntil(b"\r\n.\r\n")
            (MAP / f"{len(list(MAP.glob('*.mail')))}.mail").write_bytes(tekst)
            if (MAP / "stil").exists():
                continue
            schrijver.write(b"250 ok\r\n")
        else:
            schrijver.write(b"221 dag\r\n" if opdracht == "QUIT" else b"250 ok\r\n")
        await schrijver.drain()
    schrijver.close()


async def dien() -> None:
    server = await asyncio.start_server(ontvang, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    await server.serve_forever()


asyncio.run(dien())
