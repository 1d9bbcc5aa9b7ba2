"""A document is read alike inside every site of benchmarks/reading/sites, and nothing of the site comes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read

SITES = sorted((Path(__file__).parents[2] / "benchmarks/reading/sites").glob("*.html"))
ITEMS = [
    f"{number}.在{place}新开夜间线路{number}条，增设候车亭{number * 6}处，与末班列车的到站时间衔接，方便下夜班的群众回家。"
    for number, place in enumerate(("桥南镇", "山海街道", "竹溪乡", "白鹭镇", "青溪街道", "南屏镇", "云浦乡", "车站街道"), 1)
]
POLICY = f"""
<h2>临澜县人民政府办公室关于印发临澜县夜间公交优化方案的通知</h2>
<p>各乡镇人民政府，县政府各部门：</p>
<p>《临澜县夜间公交优化方案》已经县政府同意，现印发给你们，请认真贯彻执行。</p>
<p style="text-align:right">临澜县人民政府办公室</p><p style="text-align:right">2021年7月1日</p>
<p style="text-align:center"><b>临澜县夜间公交优化方案</b></p>
<p>一、主要目标</p><p>到2023年，夜间公交线路达到12条，站点覆盖率达到80%以上。</p>
<p>二、重点任务</p><p>（一）优化线网。</p>{"".join(f"<p>{item}</p>" for item in ITEMS)}<p>（二）更新车辆。购置新能源车辆30辆。（责任单位：县交通局）</p>
<table border="1"><tr><th>序号</th><th>线路</th><th>车辆</th></tr><tr><td>1</td><td>桥南—车站</td><td>6辆</td></tr><tr><td>2</td><td>车站—山海街道</td><td>8辆</td></tr></table>
"""
LINES = [
    "各乡镇人民政府，县政府各部门：",
    "《临澜县夜间公交优化方案》已经县政府同意，现印发给你们，请认真贯彻执行。",
    "临澜县人民政府办公室",
    "2021年7月1日",
    "临澜县夜间公交优化方案",
    "一、主要目标",
    "到2023年，夜间公交线路达到12条，站点覆盖率达到80%以上。",
    "二、重点任务",
    "（一）优化线网。",
    *ITEMS,
    "（二）更新车辆。购置新能源车辆30辆。（责任单位：县交通局）",
    "序号\t线路\t车辆",
    "1\t桥南—车站\t6辆",
    "2\t车站—山海街道\t8辆",
]


@pytest.mark.parametrize("site", SITES, ids=[site.stem for site in SITES])
def test_a_policy_inside_a_site(site: Path) -> None:
    page = read(site.read_text(encoding="utf-8").replace("{article}", POLICY).encode(), "page.html")
    headline = "临澜县人民政府办公室关于印发临澜县夜间公交优化方案的通知"
    assert [block.text for block in page.blocks if block.text != headline] == LINES
    assert (page.title, page.issuer, page.genre) == (headline, "临澜县人民政府办公室", "policy")
