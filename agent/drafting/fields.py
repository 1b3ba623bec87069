"""The register of plan fields: one row per slot that is either filled from sources or becomes a blank.

A path is written as in plan.json; `[]` stands for every entry of a list. `kind` names the question asked when the
slot is empty (drafting/questions.py) and is the plan's own word for the slot. `queries` are what a person would
type to find the field's passages; drafting and `banso ask` retrieve with the same words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanField:
    path: str
    kind: str
    queries_ja: tuple[str, ...] = ()
    queries_en: tuple[str, ...] = ()

    @property
    def section(self) -> str:
        """Top-level key of the plan the field belongs to."""
        return self.path.partition(".")[0].removesuffix("[]")


FIELDS: tuple[PlanField, ...] = (
    # The order is the order of blanks in a plan: what decides a renewal comes first (DOMAIN, "Two stories").
    PlanField(
        "key_people[economic_buyer]",
        "economic_buyer",
        ("最終的に契約継続を決めるのは誰か", "決裁者 決裁権限 代表決裁"),
        ("who makes the final decision on renewal", "economic buyer sign-off"),
    ),
    PlanField(
        "key_people[champion]",
        "champion",
        ("社内で利用を推進しているのは誰か", "推進 展開 旗振り"),
        ("who drives use internally", "champion advocate"),
    ),
    PlanField(
        "decision_path.steps",
        "decision_path",
        ("稟議 承認の流れ 決裁ルート", "更新の承認は誰がどの順で行うか"),
        ("approval steps for renewal", "sign-off route"),
    ),
    PlanField(
        "budget.decision_date",
        "decision_date",
        ("予算が決まる会議の日", "予算 経営会議 いつ決まる"),
        ("when is the budget decided",),
    ),
    PlanField(
        "budget.request_window",
        "request_window",
        ("予算申請 締切 来期予算", "予算の提出時期"),
        ("budget request deadline", "budget submission window"),
    ),
    PlanField(
        "budget.decision_body",
        "decision_body",
        ("予算を決める会議体", "経営会議 取締役会 予算 承認"),
        ("committee that approves the budget",),
    ),
    PlanField(
        "account_information.fiscal_year_end",
        "fiscal_year_end",
        ("決算月 事業年度の末日", "決算期"),
        ("fiscal year end",),
    ),
    PlanField(
        "decision_path.decider_persona",
        "decider_persona",
        ("決裁者は何を見て判断するか", "費用対効果 他社比較 判断基準"),
        ("how does the decider judge",),
    ),
    PlanField(
        "budget.last_renewal_approver",
        "last_renewal_approver",
        ("前回の契約は誰が承認したか", "導入時の稟議 承認者"),
        ("who approved the last renewal",),
    ),
    PlanField(
        "budget.announcement_date",
        "announcement_date",
        ("予算の発表 通知 いつ", "予算の内示"),
        ("when is the budget announced",),
    ),
    PlanField(
        "policy.success_definition",
        "success_definition",
        ("成功 ゴール 目指す状態",),
        ("definition of success",),
    ),
    PlanField(
        "policy.promises_at_purchase",
        "promises_at_purchase",
        ("稟議書 期待効果 導入目的", "導入時に約束したこと"),
        ("expected benefits in the business case",),
    ),
    PlanField("goals", "goals", ("目標 KPI いつまでに",), ("goals KPI target by",)),
    PlanField("goals[].metric", "goal_metric"),
    PlanField("goals[].baseline", "goal_baseline"),
    PlanField("goals[].target", "goal_target"),
    PlanField("goals[].due", "goal_due"),
    PlanField("goals[].owner", "goal_owner"),
    PlanField("goals[].measure_method", "goal_measure_method"),
    PlanField("goals[].review", "goal_review"),
    PlanField("goals[].business_objective", "goal_business_objective"),
    PlanField("key_people", "key_people", ("担当者 関係者 体制",), ("stakeholders team",)),
    PlanField("key_people[].full_name", "person_full_name"),
    PlanField("key_people[].title", "person_title"),
    PlanField("key_people[].department", "person_department"),
    PlanField("key_people[].role", "person_role"),
    PlanField("key_people[].stance", "person_stance"),
    PlanField("decision_path.steps[].approver", "step_approver"),
    PlanField("decision_path.steps[].when", "step_when"),
    PlanField("cs_setup.tools", "tools", ("他に使っているツール システム",), ("other tools in use",)),
    PlanField("cs_setup.tools[].department", "tool_department"),
    PlanField("cs_setup.tools[].purpose", "tool_purpose"),
    PlanField("cs_setup.tools[].overlap_with_us", "tool_overlap"),
    PlanField("cs_setup.best_arrangement", "best_arrangement"),
    PlanField("policy.expansion", "expansion", ("追加 横展開 他部署 拡大",), ("expansion additional seats",)),
    PlanField("policy.risks", "risks", ("解約 見直し 懸念 リスク",), ("churn risk concern",)),
    PlanField("policy.fallbacks", "fallbacks", ("代案 減額 プラン変更",), ("fallback downgrade",)),
    PlanField("commitments", "commitments", ("宿題 ToDo までに",), ("action items agreed",)),
    PlanField("commitments[].due", "commitment_due"),
    PlanField(
        "account_information.financials",
        "financials",
        ("売上高 営業利益 推移", "連結経営指標等"),
        ("net sales operating income trend",),
    ),
    PlanField("account_information.posture", "posture"),
    PlanField("account_information.business", "business", ("事業の内容",), ("business overview",)),
    PlanField("account_information.market", "market", ("経営環境 市場 動向",), ("market environment",)),
    PlanField("account_information.competitors", "competitors", ("競合他社 比較",), ("competitors",)),
    PlanField("account_information.policies", "policies", ("経営方針 中期経営計画",), ("management policy",)),
    PlanField("account_information.issues", "issues", ("対処すべき課題",), ("issues to address",)),
    PlanField(
        "account_information.disclosed_risks", "disclosed_risks", ("事業等のリスク",), ("risk factors",)
    ),
    PlanField("account_information.topics", "topics", ("お知らせ 発表 ニュース",), ("news announcement",)),
    PlanField("account_information.implications", "implications"),
    PlanField(
        "account_information.segments",
        "segments",
        ("セグメント情報 外部顧客への売上高",),
        ("segment sales",),
    ),
    PlanField("account_information.segments[].uses_our_product", "segment_uses_our_product"),
    PlanField(
        "account_information.group_companies", "group_companies", ("関係会社の状況",), ("subsidiaries",)
    ),
    PlanField("account_information.officers", "officers", ("役員の状況",), ("directors and officers",)),
    PlanField("key_people[].kana", "person_kana"),
)
