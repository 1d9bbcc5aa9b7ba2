"""The policies of the corpus: one row each, from what all documents say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.policies.lineage import succeeded
from pipeline.policies.places import NATION, TAIWAN, is_national, level_of_place, place_at_head, place_of_number

if TYPE_CHECKING:
    from pipeline.policies.places import Level
    from pipeline.policies.policy import Policy
    from pipeline.tables.model import Row


class Register:
    """Collects statements about policies; each attribute of a row comes from the most authoritative document that states it.

    The order in which documents are added does not matter: of equal statements that of the first source (by name) holds.
    """

    def __init__(self) -> None:
        self._said: dict[str, dict[tuple[int, str], Policy]] = {}

    def add(self, policy: Policy, source: str) -> None:
        """Take in what the document at `source` says of a policy; what a first statement leaves open a later one may fill."""
        said = self._said.setdefault(policy.policy_id, {})
        first = said.get((policy.rank, source))
        said[policy.rank, source] = _filled(first, policy) if first else policy

    def rows(self) -> list[Row]:
        """The rows of the policies table, by title; what the texts leave open of their order follows from their years."""
        rows = [self._row(name) for name in self._said]
        before = succeeded(rows)
        for row in rows:
            if row["predecessor_id"] not in self._said:
                row["predecessor_id"] = before.get(str(row["policy_id"]))
        return sorted(rows, key=lambda row: (str(row["title"]), str(row["policy_id"])))

    def _row(self, name: str) -> Row:
        said = [policy for _, policy in sorted(self._said[name].items(), key=lambda item: item[0])]
        period = next((policy.period for policy in said if policy.period), None)
        region = next((policy.region for policy in said if policy.region), None)
        issuer = next((policy.issuer for policy in said if policy.issuer), None)
        number = next((policy.doc_number for policy in said if policy.doc_number), None)
        return {
            "policy_id": name,
            "title": said[0].title,
            "region": region,
            "level": level_of(region, issuer, number),
            "issuer": issuer,
            "doc_number": number,
            "issued": next((policy.issued for policy in said if policy.issued), None),
            "period_start": period[0] if period else None,
            "period_end": period[1] if period else None,
            "predecessor_id": next((policy.predecessor for policy in said if policy.predecessor), None),
            "corrected": None,
        }


def level_of(region: str | None, issuer: str | None, number: str | None) -> Level | None:
    """How high a policy comes from: where its issuer stands, else whose document number it has, else the place it is for.

    国务院关于支持云岚省…的意见 is for 云岚省 and national.
    """
    if issuer and is_national(issuer) and region != TAIWAN:
        return "national"
    place = (place_at_head(issuer) if issuer else None) or (place_of_number(number) if number else None)
    # 通州区… of 北京市: the region says more of where the issuer lies than its own name.
    if region and place and region != NATION and region.endswith(place):
        place = region
    place = place or region
    return level_of_place(place) if place else None


def _filled(first: Policy, later: Policy) -> Policy:
    return replace(
        first,
        region=first.region or later.region,
        issuer=first.issuer or later.issuer,
        doc_number=first.doc_number or later.doc_number,
        issued=first.issued or later.issued,
        period=first.period or later.period,
        predecessor=first.predecessor or later.predecessor,
    )
