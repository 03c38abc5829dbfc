"""Pages that read like stories: `page(paragraphs(8), title="…", before="<nav>…")`. Invented words only."""

from __future__ import annotations

TITLE = "Three ministries answer on rented processors"

_ENGLISH = (
    "The trade ministry said on Monday that nobody had asked it for a licence before the processors were shipped.",
    "A second ministry keeps the list of tenants, and it counts forty halls rented by the hour to customers abroad.",
    "“We found the invoices in a drawer,” said Petra Olsen, who led the inquiry for the audit office.",
    "Two of the landlords answered that their contracts forbid training of models above a size they would not name.",
    "The third ministry, which pays for the electricity, learned of the halls from a newspaper, its spokesman said.",
    "Engineers who worked in one of them described rows of racks without labels and a single clock on the wall.",
    "The law that would require tenants to be named has been in committee since the spring before last.",
    "Its author expects a vote before the recess, though she expected the same a year ago and was wrong.",
    "In the harbour towns, where most halls stand, mayors speak of new roofs and of a school heated for nothing.",
    "A technician showed visitors how the heat of one rack warms the changing rooms of the swimming pool next door.",
)
_CHINESE = (
    "审计署周一公布的报告称，三家机房的租户名单上有四十家境外客户，其中过半没有登记实际用途。",
    "负责调查的林若安说：“发票是在一个抽屉里找到的。”她没有透露是哪一家公司的抽屉。",
    "两家房东回应称，合同禁止租户训练超过一定规模的模型，但拒绝说明这个规模是多少。",
    "供电部门则表示，他们是从报纸上得知这些机房存在的，此前只看到用电量在夜里翻了一番。",
    "要求公开租户姓名的法案从前年春天起就停留在委员会，起草人预计休会之前会有一次表决。",
    "港口城市的市长们更愿意谈新修的屋顶，以及一所冬天不用付暖气费的学校。",
)


def paragraphs(n: int, *, lang: str = "en") -> str:
    """Return `n` paragraphs of an article, all different."""
    said = _CHINESE if lang == "zh" else _ENGLISH
    joint = "" if lang == "zh" else " "
    return "".join(
        f"<p>{said[k % len(said)]}{joint}{said[(k + 1 + k // len(said)) % len(said)]}</p>\n" for k in range(n)
    )


def page(
    article: str, *, title: str = TITLE, head: str = "", before: str = "", after: str = "", lang: str = "en"
) -> bytes:
    """Return a page with menu and footer round `article`; `before` and `after` stand beside it in the body."""
    menu = "".join(
        f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("World", "Markets", "Science", "Books")
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header>{before}<main><article><h1>{title}</h1>{article}</article></main>"
        f"{after}<footer><p>All rights reserved.</p><ul>{menu}</ul></footer></body></html>"
    ).encode()
