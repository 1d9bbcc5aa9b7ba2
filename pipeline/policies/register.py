"""The policies of the corpus: one row each, from what all documents say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.policies.resolve import Policy
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
        """The rows of the policies table, by title."""
        return sorted((self._row(name) for name in self._said), key=lambda row: (str(row["title"]), str(row["policy_id"])))

    def _row(self, name: str) -> Row:
        said = [policy for _, policy in sorted(self._said[name].items(), key=lambda item: item[0])]
        period = next((policy.period for policy in said if policy.period), None)
        return {
            "policy_id": name,
            "title": said[0].title,
            "region": next((policy.region for policy in said if policy.region), None),
            "issuer": next((policy.issuer for policy in said if policy.issuer), None),
            "doc_number": next((policy.doc_number for policy in said if policy.doc_number), None),
            "issued": next((policy.issued for policy in said if policy.issued), None),
            "period_start": period[0] if period else None,
            "period_end": period[1] if period else None,
        }


def _filled(first: Policy, later: Policy) -> Policy:
    return replace(
        first,
        region=first.region or later.region,
        issuer=first.issuer or later.issuer,
        doc_number=first.doc_number or later.doc_number,
        issued=first.issued or later.issued,
        period=first.period or later.period,
    )
