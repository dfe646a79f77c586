"""The queue of background work in Redis: kombu's transport, with a worker that goes on after Redis was away."""

from typing import Any

from kombu.transport import redis, virtual


class QoS(redis.QoS):
    def ack(self, delivery_tag: Any) -> None:
        """A message that a killed Redis could not drop comes back to be done again; meanwhile others are done.

        Upstream goes on to count it as being done: a worker that takes one at a time asks for no other, and so does not
        even find out that its connection is lost.
        """
        try:
            super().ack(delivery_tag)  # type: ignore[no-untyped-call]  # kombu's own
        except self.channel.connection_errors:
            virtual.QoS.ack(self, delivery_tag)  # type: ignore[no-untyped-call]  # kombu's own
            raise


class Redischannel(redis.Channel):
    QoS = QoS


class Redistransport(redis.Transport):
    Channel = Redischannel
