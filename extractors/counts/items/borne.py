"""Costs of which somebody bears a share: `所需经费由省财政承担60%`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.items.elided import Elided
from extractors.counts.noun_phrases.phrases import Word

#: Who bears how much of a cost: 所需经费|由省财政|承担|60%; and what such a cost is called.
_COSTS = ("资金", "经费", "费用", "投资", "费", "款", "金", "成本", "支出")
_BORNE = re.compile(
    "(?P<cost>[^，。；：]{0,20}(?:资金|经费|费用|投资|[^免]费|[货贷罚借]款|[基奖押]金|成本|支出))?(?:全部|原则上)?由?"
    "(?P<who>[^，。；：由]{0,12}?(?:财政|政府|企业|单位|个人|集体|基金|[省市县区州乡镇]|中央|地方|部门|用户|农户|业主))(?:分别|各自?|共同|统一|按比例)*(?:承担|负担|分担)"
)
_COST_BY = re.compile("(?P<cost>[^，。；：]{0,20}(?:资金|经费|费用|投资|成本|支出))(?:全部|原则上)?由")
_BEARS = re.compile("承担|负担|分担")


class Borne(Elided):
    """What the shares of one document are of that somebody bears."""

    def borne(self, index: int, found: Sequence[Word]) -> str:
        """The cost of which somebody bears a share: `所需资金由市县财政分别负担`50%`，省财政负担`40%; nothing where no clause names it."""
        if not (borne := _BORNE.fullmatch(self._text, found[0].start, found[-1].end)):
            return ""
        start = found[0].start
        clause = self._borders.clause_at(start)[0]
        if costed := borne if borne["cost"] else _COST_BY.match(self._text, clause, start):
            end = costed.end("cost")
            cost = self._of_clause(clause, end)
            return "所需" + cost if self._text.endswith("所需" + cost, clause, end) else cost
        named = self.item_before(index) if index and _BEARS.search(self._text[self._quantities[index - 1].start - 4 : found[0].start]) else ""
        cost = named or self.antecedent(index)
        return cost if cost.endswith(_COSTS) else ""
