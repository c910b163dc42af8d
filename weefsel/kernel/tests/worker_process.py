"""A process that works on jobs until SIGTERM: ``python -m weefsel.kernel.tests.worker_process DATABASE``."""

import json
import signal
import sys
import threading


def main() -> None:
    from django.conf import settings

    settings.DATABASES["default"].update(json.loads(sys.argv[1]))
    import django

    django.setup()
    from weefsel.kernel.jobs.crew import Crew

    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    crew = Crew(size=2)
    crew.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    ended.wait()
    crew.stop(1)


if __name__ == "__main__":
    main()
