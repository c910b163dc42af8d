"""For load balancers and watchers; says nothing about the network itself."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from weefsel.config.health.checks import readiness


@never_cache
@require_safe
def live(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    found = readiness()
    status = "ready" if found.is_ready else "not ready"
    return JsonResponse({"status": status, **found.parts}, status=200 if found.is_ready else 503)
