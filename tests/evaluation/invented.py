"""An invented plan and its annotation, as people would write it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SOURCE = "qingting.txt"
TITLE = "青汀市智慧航运发展行动方案（2021—2023年）"
PLAN = f"{TITLE}\n\n到2023年底，建成智慧码头12个以上，航运数据覆盖率达到90%。\n"


def annotation() -> dict[str, Any]:
    """What must be found in `PLAN`, in a copy that a test may change."""
    return {
        "source": SOURCE,
        "doc": {"title": TITLE, "published": None, "genre": "policy", "script": "hans"},
        "counts": [
            {
                "text": "12个以上",
                "value": 12,
                "value_max": None,
                "unit": "个",
                "comparator": "ge",
                "item": "智慧码头",
                "role": "target",
                "context": "建成智慧码头12个以上，航运数据",
            },
            {
                "text": "90%",
                "value": 90,
                "value_max": None,
                "unit": "%",
                "comparator": "eq",
                "item": "航运数据覆盖率",
                "role": "target",
                "context": "航运数据覆盖率达到90%",
            },
        ],
        "deadlines": [{"text": "到2023年底", "date_from": None, "date_to": "2023-12-31", "bound": "by", "context": "到2023年底，建成智慧码头"}],
        "targets": [
            {
                "kind": "quantitative",
                "indicator": "智慧码头",
                "value": 12,
                "value_max": None,
                "unit": "个",
                "comparator": "ge",
                "strength": "firm",
                "deadline_date": "2023-12-31",
                "context": "建成智慧码头12个以上",
            },
            {
                "kind": "quantitative",
                "indicator": "航运数据覆盖率",
                "value": 90,
                "value_max": None,
                "unit": "%",
                "comparator": "eq",
                "strength": "firm",
                "deadline_date": "2023-12-31",
                "context": "航运数据覆盖率达到90%",
            },
        ],
        "tasks": [],
        "mojibake": False,
    }


def write(folder: Path, raw: Any = None, name: str = "qingting") -> Path:
    """A folder of annotations with one document, `PLAN`."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / SOURCE).write_text(PLAN, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(annotation() if raw is None else raw, ensure_ascii=False), encoding="utf-8")
    return folder
