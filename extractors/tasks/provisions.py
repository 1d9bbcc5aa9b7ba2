"""Points of Taiwanese directives (令, 要点, 计划): provisions, of which only those that tell somebody to act are tasks."""

from __future__ import annotations

import re

from extractors.outline.kinds import kind_of
from extractors.tasks.actions import obliges, only_names

_MARKS = re.compile("中华民国|新台币")
#: Matters that a point settles without telling anybody to act: eligibility 资格, sums 额度, papers 文件.
_MATTER = re.compile("资格|条件|对象|额度|金额|经费|范围|文件|资料|定义|标准|规范|申请表|上限|比率|期程|项目|方式及|原则|清单|凭证|公式|基准")
#: What must be, not what somebody must do: `应为国民`, `应备文件`.
_STATIC = re.compile("应(?:为|具|系|属|符合|无|以.{1,16}为|就[^，]{1,12}认定)|应备|准用")
_CALLS = re.compile("向[^，。]{1,12}(?:提出申请|申请|报到|通报|联系)|与[^，。]{1,12}联系")


def are_provisions(text: str) -> bool:
    """Whether the document is such a directive, by how it counts its years and its money."""
    return _MARKS.search(text) is not None


def is_provision(sentence: str, title: str, parent_title: str) -> bool:
    """Whether a point tells somebody to act: `受补助单位应于期满后一个月内报告`; not `申请者应为法人`, `补助额度：每案十万元`."""
    if kind_of(parent_title) == "task":
        return not only_names(title) or not _MATTER.search(title)
    return not _MATTER.search(parent_title) and not _STATIC.search(sentence) and (obliges(sentence) or _CALLS.search(sentence) is not None)
