"""What the sample's annual report says. The company, its people, products and figures are invented.

Figures are in millions of yen unless a row says otherwise; None is printed "－" and tagged nil. The rows of
each statement add up, so that a reader can check a total against its parts.
"""

COMPANY = "株式会社みなと精工"
COMPANY_ENGLISH = "Minato Seiko Co., Ltd."
EDINET_CODE, SECURITIES_CODE, DOCUMENT_ID = "E99901", "99910", "S100ZZ01"
CORPORATE_NUMBER = "9999901000001"
YEAR_START, YEAR_END, FILED = "2025-04-01", "2026-03-31", "2026-06-25"
EXTENSION = f"jpcrp030000-asr_{EDINET_CODE}-000"

# (label, element, format, value) of the cover page; format "date" is ixt:dateyearmonthdaycjk
COVER = [
    ("【提出書類】", "DocumentTitleCoverPage", "有価証券報告書"),
    ("【根拠条文】", "ClauseOfStipulationCoverPage", "金融商品取引法第24条第１項"),
    ("【提出先】", "PlaceOfFilingCoverPage", "関東財務局長"),
    ("【提出日】", "FilingDateCoverPage", "2026年６月25日"),
    ("【事業年度】", "FiscalYearCoverPage", "第68期（自　2025年４月１日　至　2026年３月31日）"),
    ("【会社名】", "CompanyNameCoverPage", COMPANY),
    ("【英訳名】", "CompanyNameInEnglishCoverPage", COMPANY_ENGLISH),
    ("【代表者の役職氏名】", "TitleAndNameOfRepresentativeCoverPage", "代表取締役社長　　湊谷　正明"),
    ("【本店の所在の場所】", "AddressOfRegisteredHeadquarterCoverPage", "横浜市鶴見区新埠頭町９番地の１"),
    ("【事務連絡者氏名】", "NameOfContactPersonAddressOfRegisteredHeadquarterCoverPage",
     "取締役 常務執行役員 管理本部長　　真鍋　浩二"),
]  # fmt: skip

# (label, unit label, element before "SummaryOfBusinessResults", Duration or Instant, unit, scale, decimals, five years)
SUMMARY = [
    ("売上高", "(百万円)", "NetSales", "Duration", "JPY", 6, -6, [38214, 41036, 44582, 46915, 49803]),
    ("経常利益", "(百万円)", "OrdinaryIncomeLoss", "Duration", "JPY", 6, -6, [2987, 3395, 3961, 4178, 4652]),
    ("親会社株主に帰属する当期純利益", "(百万円)", "ProfitLossAttributableToOwnersOfParent", "Duration", "JPY", 6, -6,
     [2031, 2318, 2702, 2866, 3184]),
    ("包括利益", "(百万円)", "ComprehensiveIncome", "Duration", "JPY", 6, -6, [2240, 2405, 3011, 2953, 3326]),
    ("純資産額", "(百万円)", "NetAssets", "Instant", "JPY", 6, -6, [24118, 25763, 27948, 29976, 32246]),
    ("総資産額", "(百万円)", "TotalAssets", "Instant", "JPY", 6, -6, [41326, 43508, 46917, 50284, 55631]),
    ("１株当たり純資産額", "(円)", "NetAssetsPerShare", "Instant", "JPYPerShares", 0, 2,
     ["2,009.83", "2,146.92", "2,329.00", "2,498.00", "2,687.17"]),
    ("１株当たり当期純利益", "(円)", "BasicEarningsLossPerShare", "Duration", "JPYPerShares", 0, 2,
     ["169.25", "193.17", "225.17", "238.83", "265.33"]),
    ("潜在株式調整後１株当たり当期純利益", "(円)", "DilutedEarningsPerShare", "Duration", "JPYPerShares", 0, 2,
     [None, None, None, None, None]),
    ("自己資本比率", "(％)", "EquityToAssetRatio", "Instant", "pure", -2, 3, ["58.4", "59.2", "59.6", "59.6", "58.0"]),
    ("自己資本利益率", "(％)", "RateOfReturnOnEquity", "Duration", "pure", -2, 3, ["8.7", "9.3", "10.1", "9.9", "10.2"]),
    ("株価収益率", "(倍)", "PriceEarningsRatio", "Duration", "pure", 0, 1, ["9.8", "10.2", "11.1", "11.4", "11.8"]),
    ("営業活動によるキャッシュ・フロー", "(百万円)", "NetCashProvidedByUsedInOperatingActivities", "Duration", "JPY", 6, -6,
     [4412, 4105, 5236, 5618, 6142]),
    ("投資活動によるキャッシュ・フロー", "(百万円)", "NetCashProvidedByUsedInInvestingActivities", "Duration", "JPY", 6, -6,
     [-2318, -2874, -4092, -5930, -7685]),
    ("財務活動によるキャッシュ・フロー", "(百万円)", "NetCashProvidedByUsedInFinancingActivities", "Duration", "JPY", 6, -6,
     [-1204, -642, -518, 806, 2310]),
    ("現金及び現金同等物の期末残高", "(百万円)", "CashAndCashEquivalents", "Instant", "JPY", 6, -6,
     [8905, 9506, 10163, 10648, 11441]),
]  # fmt: skip
EMPLOYEES = [1312, 1328, 1351, 1376, 1402]
TEMPORARY = [186, 190, 197, 203, 211]

SUMMARY_ALONE = [
    ("売上高", "(百万円)", "NetSales", "Duration", "JPY", 6, -6, [29870, 31954, 34418, 36207, 38165]),
    ("経常利益", "(百万円)", "OrdinaryIncomeLoss", "Duration", "JPY", 6, -6, [2204, 2487, 2868, 3012, 3340]),
    ("当期純利益", "(百万円)", "NetIncomeLoss", "Duration", "JPY", 6, -6, [1562, 1754, 2021, 2108, 2346]),
    ("資本金", "(百万円)", "CapitalStock", "Instant", "JPY", 6, -6, [2400, 2400, 2400, 2400, 2400]),
    ("発行済株式総数", "(千株)", "TotalNumberOfIssuedShares", "Instant", "shares", 3, -3, [12100, 12100, 12100, 12100, 12100]),
    ("純資産額", "(百万円)", "NetAssets", "Instant", "JPY", 6, -6, [19830, 20874, 22106, 23310, 24652]),
    ("総資産額", "(百万円)", "TotalAssets", "Instant", "JPY", 6, -6, [33418, 34870, 37265, 39914, 44038]),
    ("１株当たり配当額", "(円)", "DividendPaidPerShare", "Duration", "JPYPerShares", 0, 2,
     ["60.00", "66.00", "74.00", "80.00", "90.00"]),
]  # fmt: skip

# (label, element of jppfs_cor or None for a caption, depth, prior year, current year)
BALANCE_SHEET = [
    ("資産の部", None, 0, None, None),
    ("流動資産", None, 1, None, None),
    ("現金及び預金", "CashAndDeposits", 2, 10648, 11441),
    ("受取手形、売掛金及び契約資産", "NotesAndAccountsReceivableTradeAndContractAssets", 2, 11020, 11736),
    ("商品及び製品", "MerchandiseAndFinishedGoods", 2, 3214, 3402),
    ("仕掛品", "WorkInProcess", 2, 2876, 3018),
    ("原材料及び貯蔵品", "RawMaterialsAndSupplies", 2, 2105, 2244),
    ("その他", "OtherCA", 2, 742, 801),
    ("貸倒引当金", "AllowanceForDoubtfulAccountsCA", 2, -15, -17),
    ("流動資産合計", "CurrentAssets", 2, 30590, 32625),
    ("固定資産", None, 1, None, None),
    ("建物及び構築物（純額）", "BuildingsAndStructuresNet", 2, 6120, 6884),
    ("機械装置及び運搬具（純額）", "MachineryEquipmentAndVehiclesNet", 2, 6405, 7190),
    ("土地", "Land", 2, 2630, 2630),
    ("建設仮勘定", "ConstructionInProgress", 2, 1310, 3105),
    ("その他（純額）", "OtherNetPPE", 2, 418, 455),
    ("有形固定資産合計", "PropertyPlantAndEquipment", 2, 16883, 20264),
    ("無形固定資産合計", "IntangibleAssets", 2, 655, 702),
    ("投資その他の資産合計", "InvestmentsAndOtherAssets", 2, 2156, 2040),
    ("固定資産合計", "NoncurrentAssets", 2, 19694, 23006),
    ("資産合計", "Assets", 1, 50284, 55631),
    ("負債の部", None, 0, None, None),
    ("支払手形及び買掛金", "NotesAndAccountsPayableTrade", 2, 5612, 5904),
    ("短期借入金", "ShortTermLoansPayable", 2, 3000, 3866),
    ("未払法人税等", "IncomeTaxesPayable", 2, 702, 781),
    ("賞与引当金", "ProvisionForBonuses", 2, 812, 846),
    ("その他", "OtherCL", 2, 2384, 1650),
    ("流動負債合計", "CurrentLiabilities", 2, 12510, 13047),
    ("長期借入金", "LongTermLoansPayable", 2, 5800, 8300),
    ("退職給付に係る負債", "NetDefinedBenefitLiability", 2, 1684, 1702),
    ("その他", "OtherNCL", 2, 314, 336),
    ("固定負債合計", "NoncurrentLiabilities", 2, 7798, 10338),
    ("負債合計", "Liabilities", 1, 20308, 23385),
    ("純資産の部", None, 0, None, None),
    ("資本金", "CapitalStock", 2, 2400, 2400),
    ("資本剰余金", "CapitalSurplus", 2, 2150, 2150),
    ("利益剰余金", "RetainedEarnings", 2, 24610, 26738),
    ("自己株式", "TreasuryStock", 2, -120, -120),
    ("株主資本合計", "ShareholdersEquity", 2, 29040, 31168),
    ("その他の包括利益累計額合計", "ValuationAndTranslationAdjustments", 2, 936, 1078),
    ("純資産合計", "NetAssets", 1, 29976, 32246),
    ("負債純資産合計", "LiabilitiesAndNetAssets", 1, 50284, 55631),
]
INCOME = [
    ("売上高", "NetSales", 0, 46915, 49803),
    ("売上原価", "CostOfSales", 0, 34208, 36142),
    ("売上総利益", "GrossProfit", 0, 12707, 13661),
    ("販売費及び一般管理費", "SellingGeneralAndAdministrativeExpenses", 0, 8586, 9055),
    ("営業利益", "OperatingIncome", 0, 4121, 4606),
    ("営業外収益合計", "NonOperatingIncome", 1, 120, 119),
    ("営業外費用合計", "NonOperatingExpenses", 1, 63, 73),
    ("経常利益", "OrdinaryIncome", 0, 4178, 4652),
    ("特別損失合計", "ExtraordinaryLoss", 1, 68, 94),
    ("税金等調整前当期純利益", "IncomeBeforeIncomeTaxes", 0, 4110, 4558),
    ("法人税等合計", "IncomeTaxes", 1, 1244, 1374),
    ("当期純利益", "ProfitLoss", 0, 2866, 3184),
    ("親会社株主に帰属する当期純利益", "ProfitLossAttributableToOwnersOfParent", 0, 2866, 3184),
]
CASH_FLOWS = [
    ("営業活動によるキャッシュ・フロー", None, 0, None, None),
    ("税金等調整前当期純利益", "IncomeBeforeIncomeTaxes", 1, 4110, 4558),
    ("減価償却費", "DepreciationAndAmortizationOpeCF", 1, 2304, 2618),
    ("売上債権の増減額（△は増加）", "DecreaseIncreaseInNotesAndAccountsReceivableTradeOpeCF", 1, -402, -716),
    ("棚卸資産の増減額（△は増加）", "DecreaseIncreaseInInventoriesOpeCF", 1, -318, -469),
    ("仕入債務の増減額（△は減少）", "IncreaseDecreaseInNotesAndAccountsPayableTradeOpeCF", 1, 211, 292),
    ("その他", "OtherNetOpeCF", 1, 877, 1114),
    ("小計", "SubtotalOpeCF", 1, 6782, 7397),
    ("利息及び配当金の受取額", "InterestAndDividendsIncomeReceivedOpeCFInvCF", 1, 34, 38),
    ("利息の支払額", "InterestExpensesPaidOpeCFFinCF", 1, -48, -61),
    ("法人税等の支払額", "IncomeTaxesPaidOpeCF", 1, -1150, -1232),
    ("営業活動によるキャッシュ・フロー", "NetCashProvidedByUsedInOperatingActivities", 0, 5618, 6142),
    ("投資活動によるキャッシュ・フロー", None, 0, None, None),
    ("有形固定資産の取得による支出", "PurchaseOfPropertyPlantAndEquipmentInvCF", 1, -5612, -7304),
    ("無形固定資産の取得による支出", "PurchaseOfIntangibleAssetsInvCF", 1, -286, -341),
    ("その他", "OtherNetInvCF", 1, -32, -40),
    ("投資活動によるキャッシュ・フロー", "NetCashProvidedByUsedInInvestmentActivities", 0, -5930, -7685),
    ("財務活動によるキャッシュ・フロー", None, 0, None, None),
    ("短期借入金の純増減額（△は減少）", "NetIncreaseDecreaseInShortTermLoansPayableFinCF", 1, 160, 866),
    ("長期借入れによる収入", "ProceedsFromLongTermLoansPayableFinCF", 1, 2400, 3400),
    ("長期借入金の返済による支出", "RepaymentOfLongTermLoansPayableFinCF", 1, -800, -900),
    ("配当金の支払額", "CashDividendsPaidFinCF", 1, -954, -1056),
    ("財務活動によるキャッシュ・フロー", "NetCashProvidedByUsedInFinancingActivities", 0, 806, 2310),
    ("現金及び現金同等物に係る換算差額", "EffectOfExchangeRateChangeOnCashAndCashEquivalents", 0, -9, 26),
    ("現金及び現金同等物の増減額（△は減少）", "NetIncreaseDecreaseInCashAndCashEquivalents", 0, 485, 793),
    ("現金及び現金同等物の期末残高", "CashAndCashEquivalents", 0, 10648, 11441),
]

# name of the extension member, printed name; then per year external sales, sales between segments, profit
SEGMENTS = [
    ("ReducersReportableSegmentMember", "減速機事業"),
    ("MeasuringInstrumentsReportableSegmentMember", "計測機器事業"),
]
SEGMENT_FIGURES = {
    "Prior1Year": [
        (34102, None, 3602),
        (12813, 104, 1268),
        (46915, 104, 4870),
        (None, -104, -749),
        (46915, None, 4121),
    ],
    "CurrentYear": [
        (36254, None, 4018),
        (13549, 112, 1372),
        (49803, 112, 5390),
        (None, -112, -784),
        (49803, None, 4606),
    ],
}

# title with "/" for a line break, name, member, born, term note, shares in thousands, career
OFFICERS = [
    ("代表取締役社長", "湊谷　正明", "MinatoyaMasaaki", "1961年５月14日", "(注)３", 214,
     [("1985年４月", "当社入社"), ("2012年６月", "当社取締役 営業本部長"), ("2019年６月", "当社代表取締役社長（現任）")]),
    ("取締役/常務執行役員/管理本部長", "真鍋　浩二", "ManabeKoji", "1965年９月２日", "(注)３", 18,
     [("1988年４月", "当社入社"), ("2016年４月", "当社執行役員 経理部長"), ("2021年６月", "当社取締役 常務執行役員 管理本部長（現任）")]),
    ("取締役/執行役員/製造本部長", "蓮沼　和彦", "HasunumaKazuhiko", "1967年１月23日", "(注)３", 11,
     [("1989年４月", "当社入社"), ("2018年４月", "当社掛川工場長"), ("2023年６月", "当社取締役 執行役員 製造本部長（現任）")]),
    ("取締役", "堂本　佳代", "DomotoKayo", "1959年11月30日", "(注)３", None,
     [("1986年４月", "弁護士登録"), ("2020年６月", "当社社外取締役（現任）")]),
    ("取締役/(常勤監査等委員)", "相良　修", "SagaraOsamu", "1960年８月８日", "(注)４", 9,
     [("1983年４月", "当社入社"), ("2015年４月", "当社内部監査室長"), ("2022年６月", "当社取締役（常勤監査等委員）（現任）")]),
    ("取締役/(監査等委員)", "名倉　朋子", "NakuraTomoko", "1963年２月17日", "(注)４", None,
     [("1990年３月", "公認会計士登録"), ("2022年６月", "当社社外取締役（監査等委員）（現任）")]),
]  # fmt: skip
OFFICER_NOTES = [
    "(注) １．取締役 堂本佳代及び名倉朋子は、社外取締役であります。",
    "２．当社は監査等委員会設置会社であります。",
    "３．取締役（監査等委員である取締役を除く。）の任期は、2026年６月24日開催の定時株主総会終結の時から１年間であります。",
    "４．監査等委員である取締役の任期は、2026年６月24日開催の定時株主総会終結の時から２年間であります。",
]

GROUP_COMPANIES = [
    ("名称", "住所", "資本金又は出資金", "主要な事業の内容", "議決権の所有割合(％)", "関係内容"),
    ("(連結子会社)", "", "", "", "", ""),
    ("みなと計測株式会社", "静岡県浜松市", "120百万円", "計測機器事業", "100.0", "当社が製品を仕入れております。役員の兼任あり。"),
    ("Minato Gear (Thailand) Co., Ltd.", "タイ国チョンブリ県", "180百万バーツ", "減速機事業", "100.0",
     "当社が部品を供給しております。"),
]  # fmt: skip

# members after the header: (file number, [(text block or None, ["tag|words" …])]); "@name" stands for a table
MEMBERS = {
    "0101010": [
        (None, ["h1|第一部 【企業情報】", "h2|第１ 【企業の概況】", "h3|１ 【主要な経営指標等の推移】"]),
        ("BusinessResultsOfGroupTextBlock", ["h4|(1) 連結経営指標等", "@summary"]),
        ("BusinessResultsOfReportingCompanyTextBlock", ["h4|(2) 提出会社の経営指標等", "@summary_alone"]),
        ("DescriptionOfBusinessTextBlock", [
            "h3|３ 【事業の内容】",
            "p|当社グループは、当社及び連結子会社２社で構成され、精密減速機及び計測機器の製造販売を主な事業としております。",
            "p|減速機事業では、産業用ロボット及び半導体製造装置向けの精密減速機を、鶴見工場、掛川工場及びタイ国の子会社で製造しております。",
            "p|計測機器事業では、寸法測定機及び検査装置を、みなと計測株式会社が製造し、当社が販売しております。",
        ]),
        ("OverviewOfAffiliatedEntitiesTextBlock", ["h3|４ 【関係会社の状況】", "@group"]),
        ("InformationAboutEmployeesTextBlock", [
            "h3|５ 【従業員の状況】", "h4|(1) 連結会社の状況", "@employees",
        ]),
    ],
    "0102010": [
        (None, ["h2|第２ 【事業の状況】"]),
        ("BusinessPolicyBusinessEnvironmentIssuesToAddressEtcTextBlock", [
            "h3|１ 【経営方針、経営環境及び対処すべき課題等】",
            "p|文中の将来に関する事項は、当連結会計年度末現在において当社グループが判断したものであります。",
            "h4|(1) 経営の基本方針",
            "p|当社グループは「動きを、正確に。」を経営理念とし、顧客の生産現場の精度と稼働を支えることを基本方針としております。",
            "h4|(2) 中期経営計画",
            "p|2027年３月期を最終年度とする中期経営計画では、連結売上高530億円、営業利益率10％を目標としております。",
            "p|計画期間中の設備投資は180億円とし、掛川工場の新棟と組立工程の自動化に重点的に投資いたします。",
            "h4|(3) 経営環境",
            "p|産業用ロボット市場では、自動化投資の拡大により需要が堅調に推移する一方、海外メーカーとの価格競争が続いております。",
            "h4|(4) 優先的に対処すべき事業上及び財務上の課題",
            "h5|① 技能の伝承",
            "p|熟練者の退職が続いており、今後５年間で技能職の約２割が定年を迎えます。手順の標準化と教育期間の短縮を進めてまいります。",
            "h5|② 海外工場への標準作業の展開",
            "p|タイ国の子会社を含む全ての工場で、同一の標準作業により同一の品質を実現する体制を整えてまいります。",
            "h5|③ 間接費の見直し",
            "p|原材料価格の上昇に対応するため、業務システム及び外部委託を含む間接費を全社で見直してまいります。",
        ]),
        ("BusinessRisksTextBlock", [
            "h3|３ 【事業等のリスク】",
            "h4|(1) 特定の市場への依存",
            "p|当社グループの売上高は産業用ロボット及び半導体製造装置の設備投資動向の影響を受けます。",
            "h4|(2) 人材の確保",
            "p|技能職の採用及び育成が計画どおりに進まない場合、生産能力に影響を及ぼす可能性があります。",
            "h4|(3) 為替の変動",
            "p|海外売上高の比率は約４割であり、為替相場の変動が経営成績に影響を及ぼす可能性があります。",
            "h4|(4) 自然災害",
            "p|主要な工場が関東及び東海地方に所在しており、大規模な地震が発生した場合、操業が停止する可能性があります。",
        ]),
        ("ManagementAnalysisOfFinancialPositionOperatingResultsAndCashFlowsTextBlock", [
            "h3|４ 【経営者による財政状態、経営成績及びキャッシュ・フローの状況の分析】",
            "p|当連結会計年度の売上高は49,803百万円（前期比6.2％増）、営業利益は4,606百万円（同11.8％増）となりました。",
            "p|投資活動の結果使用した資金は7,685百万円となりました。これは主に掛川工場の新棟の建設によるものであります。",
        ]),
        ("ResearchAndDevelopmentActivitiesTextBlock", [
            "h3|６ 【研究開発活動】", "@research",
        ]),
    ],
    "0103010": [
        (None, ["h2|第３ 【設備の状況】"]),
        ("PlannedAdditionsRetirementsEtcOfFacilitiesTextBlock", [
            "h3|３ 【設備の新設、除却等の計画】",
            "p|当社は、掛川工場（静岡県掛川市）に新棟を建設しております。投資予定総額は6,200百万円、完了予定は2027年３月であります。",
        ]),
    ],
    "0104010": [
        (None, ["h2|第４ 【提出会社の状況】", "h3|４ 【コーポレート・ガバナンスの状況等】"]),
        ("InformationAboutOfficersTextBlock", ["h4|(2) 【役員の状況】", "h5|① 役員一覧", "@officer_counts", "@officers", "@officer_notes"]),
    ],
    "0105010": [
        (None, ["h2|第５ 【経理の状況】", "h3|１ 【連結財務諸表等】", "h4|(1) 【連結財務諸表】"]),
        ("ConsolidatedBalanceSheetTextBlock", ["h5|① 【連結貸借対照表】", "@balance_sheet"]),
        ("ConsolidatedStatementOfIncomeTextBlock", ["h5|② 【連結損益計算書】", "@income"]),
        ("ConsolidatedStatementOfCashFlowsTextBlock", ["h5|④ 【連結キャッシュ・フロー計算書】", "@cash_flows"]),
        ("NotesSegmentInformationEtcConsolidatedFinancialStatementsTextBlock", [
            "h6|（セグメント情報等）", "h6|【セグメント情報】",
            "p|当社の報告セグメントは、「減速機事業」及び「計測機器事業」の２つであります。",
            "p|前連結会計年度（自　2024年４月１日　至　2025年３月31日）", "@segments_prior",
            "p|当連結会計年度（自　2025年４月１日　至　2026年３月31日）", "@segments_current",
        ]),
    ],
    "0106010": [
        (None, ["h2|第６ 【提出会社の株式事務の概要】"]),
        ("OverviewOfOperationalProceduresForSharesTextBlock", ["@shares"]),
    ],
}  # fmt: skip
