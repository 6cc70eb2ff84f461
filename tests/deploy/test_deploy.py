"""The files that put the bot on machines: each is held against the schema of what reads it, and against the bot."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib.resources
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kubernetes_validate
import pytest
import yaml
from jsonschema import Draft202012Validator, validators

from bot.cli import COMMANDS
from bot.config.settings import Settings
from bot.operations.health import HealthServer
from bot.operations.metrics import CacheInfo, FactsInfo, Metrics
from bot.transports.http import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
OLDEST, NEWEST = "1.30", "1.37"
"""Versions of Kubernetes; the oldest is the first with a sleep action in preStop hooks."""
SETTINGS = {field.name.upper() for field in dataclasses.fields(Settings)}


@cache
def documents() -> list[Any]:
    found = [
        pytest.param(document, id=f"{path.parent.name}-{document['kind']}")
        for path in sorted(KUBERNETES.rglob("*.yaml"))
        if path.name != "kustomization.yaml"
        for document in yaml.safe_load_all(path.read_text(encoding="utf-8"))
    ]
    assert len(found) >= 10
    return found


def workloads() -> list[Any]:
    found = [one for one in documents() if one.values[0]["kind"] in {"Deployment", "StatefulSet"}]
    assert len(found) == 3
    return found


def bots() -> list[Any]:
    """The workloads that are not the database."""
    return [one for one in workloads() if one.values[0]["metadata"]["name"] != "postgres"]


def find_document(path: str, kind: str) -> dict[str, Any]:
    """Return the document of a kind in a file."""
    texts = yaml.safe_load_all((KUBERNETES / path).read_text(encoding="utf-8"))
    return next(document for document in texts if document["kind"] == kind)


@pytest.mark.parametrize("version", [OLDEST, NEWEST])
@pytest.mark.parametrize("document", documents())
def test_every_document_is_valid_for_kubernetes(document, version):
    kubernetes_validate.validate(document, version, strict=True)


@pytest.mark.parametrize("mistake", [{"replicas": "two"}, {"replica": 2}, {"selector": []}])
def test_the_validation_finds_mistakes(mistake):
    document = find_document("gateway/gateway.yaml", "StatefulSet")
    document["spec"] |= mistake
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(document, NEWEST, strict=True)


@pytest.mark.parametrize("folder", ["gateway", "http", "postgres"])
def test_every_file_of_a_kustomization_exists(folder):
    for name in (folder, "common"):
        kustomization = yaml.safe_load((KUBERNETES / name / "kustomization.yaml").read_text(encoding="utf-8"))
        assert kustomization["kind"] == "Kustomization"
        assert all((KUBERNETES / name / resource).exists() for resource in kustomization["resources"])
    if kubectl := shutil.which("kubectl"):
        built = subprocess.run([kubectl, "kustomize", KUBERNETES / folder], capture_output=True, text=True, check=True)
        assert re.search(r"image: (queen-of-tears-bot|postgres):", built.stdout)


@pytest.mark.parametrize("workload", workloads())
def test_a_pod_has_no_privileges(workload):
    pod = workload["spec"]["template"]["spec"]
    (container,) = pod["containers"]

    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert container["resources"]["limits"]["memory"]
    assert "token" not in json.dumps(workload).lower().replace("automountserviceaccounttoken", "")


@pytest.mark.parametrize("workload", bots())
def test_only_the_cache_folder_is_writable(workload):
    pod = workload["spec"]["template"]["spec"]
    (mount,) = pod["containers"][0]["volumeMounts"]
    (volume,) = pod["volumes"]
    bots = [service for service in _compose()["services"].values() if service["image"] == "queen-of-tears-bot"]
    caches = [
        find_document("common/common.yaml", "ConfigMap")["data"]["CACHE"],
        *(bot["environment"]["CACHE"] for bot in bots),
    ]

    assert (mount["name"], "emptyDir" in volume) == (volume["name"], True)
    for where in (mount["mountPath"], *(bot["tmpfs"] for bot in bots)):
        assert all(Path(cache).is_relative_to(where) for cache in caches)
    assert len(caches) == 5


@pytest.mark.parametrize("workload", bots())
def test_a_pod_uses_commands_settings_and_probes_that_the_bot_has(workload):
    (container,) = workload["spec"]["template"]["spec"]["containers"]
    config = find_document("common/common.yaml", "ConfigMap")["data"]
    ports = {port["name"]: str(port["containerPort"]) for port in container["ports"]}

    assert set(container["args"]) <= set(COMMANDS)
    assert set(config) | {one["name"] for one in container.get("env", ())} <= SETTINGS
    assert ports["metrics"] == config["METRICS_PORT"]
    assert ports.get("http", config["PORT"]) == config["PORT"]
    for probe in ("livenessProbe", "readinessProbe"):
        assert container[probe]["httpGet"]["path"] in HealthServer.PATHS
        assert container[probe]["httpGet"]["port"] in ports


@pytest.mark.parametrize("workload", workloads())
def test_selectors_match_the_labels_of_the_pods(workload):
    labels = workload["spec"]["template"]["metadata"]["labels"]
    selectors = [
        document["spec"].get("podSelector") or document["spec"].get("selector")
        for one in documents()
        for document in one.values
        if document["kind"] in {"Service", "PodDisruptionBudget", "NetworkPolicy"}
    ]
    wanted = [(selector.get("matchLabels") or selector).items() for selector in selectors]

    assert workload["spec"]["selector"]["matchLabels"] == labels
    found = sum(one <= labels.items() for one in wanted)
    assert found >= (2 if workload["metadata"]["name"] == "postgres" else 3), (
        "service, policy, and budget if replicated"
    )


def test_the_pods_of_the_gateway_run_every_shard_once():
    gateway = find_document("gateway/gateway.yaml", "StatefulSet")
    (container,) = gateway["spec"]["template"]["spec"]["containers"]
    env = {one["name"]: one.get("value", "") for one in container["env"]}
    held = [
        shard
        for pod in range(gateway["spec"]["replicas"])
        for shard in Settings.from_env(env | {"POD_NAME": f"{gateway['metadata']['name']}-{pod}"}).shard_ids or ()
    ]

    assert held == list(range(int(env["SHARD_COUNT"])))


def test_the_database_has_a_volume_a_secret_health_checks_and_only_the_bot_as_guest():
    (container,) = find_document("postgres/postgres.yaml", "StatefulSet")["spec"]["template"]["spec"]["containers"]
    (claim,) = find_document("postgres/postgres.yaml", "StatefulSet")["spec"]["volumeClaimTemplates"]
    (rule,) = find_document("postgres/postgres.yaml", "NetworkPolicy")["spec"]["ingress"]
    service = _compose()["services"]["postgres"]
    (volume,) = service["volumes"]

    assert claim["metadata"]["name"] in {mount["name"] for mount in container["volumeMounts"]}
    assert container["envFrom"] == [{"secretRef": {"name": "postgres"}}]
    assert container["livenessProbe"]
    assert container["readinessProbe"]
    assert rule["from"][0]["podSelector"]["matchLabels"] == {"app.kubernetes.io/name": "bot"}
    assert volume.partition(":")[0] in _compose()["volumes"]
    assert service["secrets"] == [*_compose()["secrets"]]
    assert service["healthcheck"]
    assert "ports" not in service
    assert "PASSWORD" not in str(service["environment"]).replace("POSTGRES_PASSWORD_FILE", "")


def test_the_ingress_exposes_only_the_endpoint():
    (rule,) = find_document("http/http.yaml", "Ingress")["spec"]["rules"]
    (path,) = rule["http"]["paths"]

    assert (path["path"], path["pathType"]) == (PATH, "Exact")


def test_the_compose_file_is_valid():
    packaged = importlib.resources.files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json"
    schema = json.loads(packaged.read_text(encoding="utf-8"))
    validator = validators.validator_for(schema, Draft202012Validator)(schema)
    misspelt = {"services": {"bot": {"image": "x", "comand": "run"}}}

    assert [error.message for error in validator.iter_errors(_compose())] == []
    assert list(validator.iter_errors(misspelt))


def test_containers_are_hardened_and_use_commands_and_settings_that_the_bot_has():
    services = _compose()["services"]
    bots = {name: service for name, service in services.items() if service["image"] == "queen-of-tears-bot"}

    assert len(bots) == 4
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
    for bot in bots.values():
        assert bot["command"] in COMMANDS
        assert f":{bot['environment']['METRICS_PORT']}{HealthServer.PATHS[1]}" in bot["healthcheck"]["test"][-1]
        assert set(bot["environment"]) <= SETTINGS
    shards = [Settings.from_env(bot["environment"] | {"CACHE": ""}).shard_ids or () for bot in bots.values()]
    assert sorted(shard for ids in shards for shard in ids) == [0, 1, 2, 3]


def test_the_haproxy_configuration_is_valid():
    haproxy = _tool("haproxy")
    told = subprocess.run([haproxy, "-c", "-f", DEPLOY / "haproxy"], capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stderr


def test_the_systemd_unit_is_valid(tmp_path):
    analyze = _tool("systemd-analyze")
    name = "queen-of-tears@.service"
    text = (DEPLOY / "systemd" / name).read_text(encoding="utf-8")
    # The program is not where an operator installs it.
    (tmp_path / name).write_text(text.replace("/opt/queen-of-tears/.venv/bin/python", sys.executable))
    told = subprocess.run([analyze, "verify", tmp_path / name], capture_output=True, text=True, check=False)

    assert (told.returncode, told.stderr) == (0, "")


def test_the_image_runs_unprivileged_with_health_checks():
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    stated = dict(re.findall(r"\b([A-Z_]+)=(\S+)", " ".join(re.findall(r"^ENV (.+)$", dockerfile, re.MULTILINE))))

    assert re.search(r"^USER 10001:10001$", dockerfile, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK ", dockerfile, re.MULTILINE)
    assert stated["METRICS_PORT"] == find_document("common/common.yaml", "ConfigMap")["data"]["METRICS_PORT"]


def _compose() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def _tool(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        missing = f"{name} is not installed"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    return found


def panels() -> list[dict[str, Any]]:
    return json.loads((DEPLOY / "grafana.json").read_text(encoding="utf-8"))["panels"]


def expressions() -> Iterator[str]:
    for panel in panels():
        for target in panel["targets"]:
            yield target["expr"]


def metric_names() -> set[str]:
    """The names of all metrics of a bot that has answered an interaction."""
    metrics = Metrics(
        facts=lambda: FactsInfo("harbour-lights", dt.date(2024, 4, 28), dt.date(2024, 4, 27)),
        card_cache=lambda: CacheInfo(1, 1, 2, 1),
        heartbeats=lambda: {0: 0.1},
        people=lambda: 1,
    )
    metrics.observe_interaction("cast", "en-US", "answered", 0.1)
    metrics.count_request(200)
    metrics.count_quiz_answer("plays", is_right=True)
    metrics.count_match("started")
    metrics.log_handler.handle(logging.makeLogRecord({"name": "bot", "levelno": logging.ERROR}))
    return set(re.findall(r"^((?:bot|process)_\w+)", metrics.text().decode(), re.MULTILINE))


def test_the_dashboard_shows_every_metric_and_only_those_that_exist():
    shown = {name for expression in expressions() for name in re.findall(r"\b(?:bot|process)_\w+", expression)}

    assert shown <= metric_names()
    ours = {name for name in metric_names() if name.startswith("bot_") and not name.endswith("_sum")}
    assert ours <= shown, "every metric has a panel"


def test_the_readme_explains_every_metric():
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    ours = {re.sub(r"_(bucket|count|sum)$", "", name) for name in metric_names() if name.startswith("bot_")}

    assert ours == set(re.findall(r"`(bot_\w+)`", text))


def test_no_panel_of_the_dashboard_overlaps_another_one():
    places = [tuple(panel["gridPos"].values()) for panel in panels()]
    cells = [(x + dx, y + dy) for x, y, w, h in places for dx in range(w) for dy in range(h)]

    assert len(places) >= 10
    assert len(cells) == len(set(cells)), "no panel covers another"
    assert all(x < 24 for x, _y in cells)
    assert len({panel["id"] for panel in panels()}) == len(places)


def test_every_link_of_the_readme_leads_to_a_file():
    links = re.findall(r"\]\(([^)#]+)", (DEPLOY / "README.md").read_text(encoding="utf-8"))

    assert len(links) >= 4
    assert [link for link in links if not (DEPLOY / link).exists()] == []
