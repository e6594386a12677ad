--- The report's words in Chinese, in the shape of report_en.lua. Everything here may be
-- replaced by the caller. Sentences are short and name period, figure and subject in one
-- clause, because both a person and the metric parser read them.
local QUARTERS = { "一", "二", "三", "四" }
local HALVES = { "上", "下" }

local function name_of(period)
  local y, q = period:match("^(%d%d%d%d)%-Q(%d)$")
  if y then return ("%s年第%s季度"):format(y, QUARTERS[tonumber(q)] or q) end
  local h, m, d
  y, h = period:match("^(%d%d%d%d)%-H(%d)$")
  if y then return ("%s年%s半年"):format(y, HALVES[tonumber(h)] or h) end
  y, m, d = period:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$")
  if y then return ("%s年%d月%d日"):format(y, tonumber(m), tonumber(d)) end
  y, m = period:match("^(%d%d%d%d)%-(%d%d)$")
  if y then return ("%s年%d月"):format(y, tonumber(m)) end
  return period:match("^%d%d%d%d$") and period .. "年" or period
end

local function period_words(period, period_type, form)
  local instant = period_type == "instant"
  if instant and period:match("^%d%d%d%d%-12%-31$") then period = period:sub(1, 4) end
  local name = name_of(period)
  if form == "name" or not instant then return name end
  return period:match("^%d%d%d%d%-%d%d%-%d%d$") and "截至" .. name or "截至" .. name .. "底"
end

local CURRENCIES = { CNY = "元人民币", USD = "美元", EUR = "欧元", GBP = "英镑", JPY = "日元" }

local function money(value, currency, number)
  local unit = CURRENCIES[currency or "CNY"]
  local after = unit or (" " .. tostring(currency))
  if value >= 1e8 then return number(value / 1e8, 2) .. "亿" .. after end
  if value >= 1e4 then return number(value / 1e4, 2) .. "万" .. after end
  return number(value, 2) .. after
end

return {
  code = "zh",
  html_lang = "zh-Hans",
  months = { "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月" },
  terms = {
    organisation = "本项目",
    platform = "知识产权保护平台",
    alliance = "打假联盟",
    authorities = "执法机关",
  },
  facets = { Europe = "欧洲", Americas = "美洲", China = "中国", ["Asia Pacific"] = "亚太地区",
    Africa = "非洲", ["Middle East"] = "中东", Other = "其他地区" },
  said_facets = {},
  format = {
    glue = "",
    singular = function(text) return text end,
    counted = "{x}{noun}",
    percent = "{x}%",
    point = "{x}个百分点",
    points = "{x}个百分点",
    points_short = "{x}个百分点",
    durations = { minute = { "{x}分钟", "{x}分钟" }, hour = { "{x}小时", "{x}小时" },
      day = { "{x}天", "{x}天" }, second = { "{x}秒", "{x}秒" }, week = { "{x}周", "{x}周" },
      month = { "{x}个月", "{x}个月" }, year = { "{x}年", "{x}年" } },
    money = money,
    period = period_words,
  },
  ui = {
    title = "知识产权保护年度报告",
    titled = "{title}，{year}年",
    subtitle = "{year}年成果",
    as_of = "数据截至{date}。",
    internal = "内部资料：本文件列出当事方名称，不得公开。",
    unknown = "未知",
    no_change = "持平",
    parts = "（{d}中的{n}）",
    facet = "{label}（{facet}）",
    yoy = "同比",
    was = "{period}：{value}",
    change_rise = "{When}，{subject}同比增长{change}。{last}，{subject}为{before}。",
    change_fall = "{When}，{subject}同比下降{change}。{last}，{subject}为{before}。",
    change_none = "{When}，{subject}同比持平。",
    change_rise_alone = "{When}，{subject}同比增长{change}。",
    change_fall_alone = "{When}，{subject}同比下降{change}。",
    plain_level = "{When}，{label}为{value}{parts}。",
    not_known = "本年度无法给出“{label}”：{reason}。",
    no_reason = "事件记录未说明",
    figure = "指标", this_year = "{year}年", last_year = "{year}年", change = "同比",
    counted = "计数", open = "未结", not_counted = "未知", share = "占比",
    other_removals = "其他下架",
    month = "月份", party = "当事方", region = "地区", definition = "定义", what = "情况",
    number = "数量", published = "已公布", now = "重新统计", reason = "原因",
    data_table = "图表数据",
    compared = "{label}：{year}年与{last}年对比",
    facts_desc = "{facts}",
    compared_desc = "{last}年与{year}年的条形图。{facts}",
    by_month = "{year}年各月{label}",
    by_month_desc = "按月列示。最低：{low_month} {low}；最高：{high_month} {high}。",
    shares = "{year}年{label}",
    shares_desc = "一条横条按占比划分。{facts}",
    fact = "{label}：{value}。",
    restated = "{year}年的数字已重新统计。以下数字与已公布的不同。",
    restated_none = "{year}年已公布的数字经重新统计，均无变化。",
    restated_late = "公布后才收到的事件，或定义有变",
    quality_none = "事件记录中未见异常。",
    quality_lead = "任何记录都不会被悄悄丢弃：无法使用或只能部分使用的均列于此。",
    missing_in = "无法判断、未计入：{label}",
    parties_left_out = "只计数、不列名的当事方",
    quality = {
      unreadable = "无法按 CSV 或 JSON 读取的行", extra_fields = "字段多于表头的行",
      bad_time = "没有可读时间的行", unknown_kind = "未知类型的行", no_id = "缺少所需编号的行",
      bad_id = "编号过长的行", bad_count = "数量不是正整数的行",
      bad_amount = "金额为负，或金额、币种无法读取的行", bad_until = "截止日期无法读取或早于起始日的覆盖行",
      bad_coverage = "类型未知的覆盖行", out_of_order = "时间早于上一行的行",
      duplicated = "类型与编号重复的行", unknown_id = "开端未知的事件",
      impossible_time = "早于其前提的事件", unknown_parent = "上级未知的事件",
      unknown_value = "取值不在列表中的属性",
    },
    kinds = {
      listing_created = "商品创建", listing_blocked = "商品拦截", listing_sold = "商品售出",
      listing_removed = "商品下架", listing_restored = "商品恢复", listing_relisted = "重新上架",
      request_received = "收到请求", request_accepted = "请求成立",
      request_partly_accepted = "请求部分成立", request_rejected = "请求驳回",
      request_withdrawn = "请求撤回", counter_notice_received = "收到申诉",
      counter_notice_accepted = "申诉成立", counter_notice_rejected = "申诉驳回",
      report_received = "收到举报", report_accepted = "举报成立", report_rejected = "举报驳回",
      lead_referred = "移送线索", arrest = "抓获", facility_closed = "捣毁窝点",
      conviction = "定罪", case_value = "涉案金额", member_joined = "成员加入",
      member_left = "成员退出", brand_added = "增加品牌", brand_removed = "减少品牌",
      account_registered = "账户注册", account_closed = "账户关闭", coverage = "数据覆盖",
    },
    method = {
      "所有数字均由项目自身的事件记录统计得出。一个案件汇集同一商品、请求、举报、线索或成员的全部事件。",
      "凡占比均说明统计对象及其总数。尚未结案或结果不明的案件不计入占比，另行列出。",
      "凡以某事未发生为依据的数字（如没有成交），只统计数据覆盖范围内的商品。",
      "在人工作出决定之前，商品只是涉嫌侵权。当事方只计数，不列名。",
    },
    method_internal = "在人工作出决定之前，商品只是涉嫌侵权。本内部文件列出当事方名称。",
    definitions = "定义",
    footer = "由 iprcore 根据事件记录生成。",
    in_words = "文字表述（可供引用）",
    contents = "目录", skip = "跳到主要成果", marked = "内部",
  },
  sections = {
    key_results = "主要成果",
    proactive = "主动监测与下架",
    removals = "全部下架",
    requests = "权利人的下架请求",
    consumers = "消费者举报",
    offline = "线下打击",
    alliance = "打假联盟",
    other = "其他指标",
    regions = "地区分布",
    months = "各月情况",
    restatements = "数字重述",
    method = "方法与定义",
    quality = "数据质量",
    parties = "当事方",
  },
  figures = {
    proactive_removals = {
      noun = "条",
      label = "主动下架", subject = "主动下架的商品链接数量",
      level = "{When}，主动下架商品链接{value}条。",
      define = "在任何请求或举报之前，由平台主动下架的商品链接。",
    },
    proactive_removed_before_sale = {
      label = "成交前下架", subject = "未成交即下架的占比",
      level = "{When}，{value}的主动下架商品链接在产生一笔交易之前即被删除{parts}。",
      define = "在成交情况已知的主动下架商品中，下架前没有成交的占比。",
    },
    proactive_removal_share = {
      label = "主动下架占比", subject = "主动下架占全部下架的比例",
      level = "{When}，主动下架占全部下架的{value}{parts}。",
      define = "在全部下架商品中，未经请求或举报即下架的占比。",
    },
    listings_removed = {
      noun = "条",
      label = "下架商品", subject = "下架商品链接数量",
      level = "{When}，下架商品链接{value}条。",
      define = "因知识产权原因下架的商品链接，每条只计一次。",
    },
    listings_restored = {
      noun = "条",
      label = "恢复商品", subject = "恢复上架的商品链接数量",
      level = "{When}，恢复商品链接{value}条。",
      define = "下架后经申诉或复核恢复的商品链接。",
    },
    listings_blocked = {
      noun = "条",
      label = "上架前拦截", subject = "上架前拦截的商品链接数量",
      level = "{When}，上架前拦截商品链接{value}条。",
      define = "在显示之前即被拦截的商品链接。",
    },
    convictions = {
      noun = "名",
      label = "定罪", subject = "定罪人数",
      level = "{When}，定罪{value}名。",
      define = "由线索引出的案件中被定罪的人数。",
    },
    relisting_rate = {
      label = "下架后重新上架", subject = "重新上架率",
      level = "{When}，{value}的下架商品重新上架{parts}。",
      define = "在数据覆盖范围内的下架商品中，被发现重新上架的占比。",
    },
    takedown_requests = {
      noun = "件",
      label = "下架请求", subject = "下架请求数量",
      level = "{When}，共收到下架请求{value}件。",
      define = "权利人通过{platform}提交的下架请求。",
    },
    takedown_processed_within_24h = {
      label = "24小时内处理", subject = "24小时内处理的下架请求占比",
      level = "{When}，通过{platform}提交的下架请求有{value}在24小时内处理完毕{parts}。",
      define = "在收到的请求中，24小时内作出决定的占比。",
    },
    takedown_processing_time = {
      label = "处理时间中位数", subject = "下架请求处理时间的中位数",
      level = "{When}，下架请求的处理时间中位数为{value}。",
      define = "从收到到决定所用时间的中位数。",
    },
    takedown_processing_time_p95 = {
      label = "处理时间第95百分位", subject = "下架请求处理时间的第95百分位",
      level = "{When}，下架请求处理时间的第95百分位为{value}。",
      define = "从收到到决定所用时间的第95百分位。",
    },
    takedown_success_rate = {
      label = "请求成立", subject = "下架请求成立率",
      level = "{When}，{value}的下架请求成立并下架商品{parts}。",
      define = "在已决定的请求中，全部或部分成立的占比。",
    },
    takedown_rejected_share = {
      label = "请求被驳回", subject = "下架请求驳回率",
      level = "{When}，{value}的下架请求被驳回{parts}。",
      define = "在已决定的请求中，被驳回的占比。",
    },
    ipp_registered_users = {
      noun = "个",
      label = "注册用户", subject = "{platform}注册用户数量",
      level = "{When}，{platform}注册用户{value}个。",
      define = "{platform}上的权利人账户。",
    },
    counter_notices = {
      noun = "件",
      label = "申诉", subject = "申诉数量",
      level = "{When}，收到申诉{value}件。",
      define = "卖家对下架提出的异议。",
    },
    counter_notice_success_rate = {
      label = "申诉成立", subject = "申诉成立率",
      level = "{When}，{value}的申诉成立{parts}。",
      define = "在已决定的申诉中，支持卖家的占比。",
    },
    consumer_reports = {
      noun = "件",
      label = "消费者举报", subject = "消费者举报数量",
      level = "{When}，收到消费者涉嫌假货举报{value}件。",
      define = "消费者对涉嫌假货的举报。",
    },
    consumer_report_removals = {
      noun = "条",
      label = "因举报下架", subject = "因消费者举报而下架的商品链接数量",
      level = "{When}，因消费者举报而下架商品链接{value}条。",
      define = "因消费者举报而下架的商品链接。",
    },
    enforcement_leads = {
      noun = "条",
      label = "移送线索", subject = "向{authorities}移送的线索数量",
      level = "{When}，向{authorities}移送线索{value}条。",
      define = "向{authorities}移送的涉嫌制假售假线索。",
    },
    arrests = {
      noun = "名",
      label = "抓获嫌疑人", subject = "抓获的犯罪嫌疑人数量",
      level = "{When}，抓获犯罪嫌疑人{value}名。",
      define = "由线索引出的案件中抓获的人数。",
    },
    facilities_closed = {
      noun = "个",
      label = "捣毁窝点", subject = "捣毁的窝点数量",
      level = "{When}，捣毁窝点{value}个。",
      define = "由线索引出的案件中关闭的作坊、仓库和店铺。",
    },
    consumer_report_success_rate = {
      label = "消费者举报成立", subject = "消费者举报成立率",
      level = "{When}，{value}的消费者举报成立{parts}。",
      define = "在已决定的消费者举报中，成立的占比。",
    },
    value_per_case = {
      label = "平均每案金额", subject = "平均每案金额（{facet}）",
      level = "{When}，平均每案金额{value}。",
      define = "涉案金额除以载明金额的案件数。",
    },
    notifiers = {
      noun = "名", label = "投诉人", subject = "投诉人数量",
      level = "{When}，{value}名投诉人有请求获得决定。",
      define = "至少有一件请求获得决定的投诉人。",
    },
    notifiers_good_faith_share = {
      label = "信誉良好的投诉人", subject = "信誉良好的投诉人占比",
      level = "{When}，{value}的投诉人信誉良好{parts}。",
    },
    notifiers_trusted_share = {
      label = "几乎全部成立的投诉人", subject = "几乎全部成立的投诉人占比",
      level = "{When}，{value}的投诉人所提请求几乎全部成立{parts}。",
    },
    notifier_accepted_share = { label = "所提请求成立" },
    notifier_counter_notice_share = { label = "所提请求被推翻" },
    arrests_per_lead = {
      noun = "人",
      label = "每条线索抓获人数", subject = "每条线索抓获人数",
      level = "{When}，每条线索抓获人数为{value}人。",
      define = "抓获人数除以线索数。",
    },
    case_value = {
      label = "涉案金额", subject = "涉案金额（{facet}）",
      level = "{When}，涉案金额{value}。",
      define = "刑事案件中货物的价值，按币种分列，从不折算。",
    },
    aaca_members = {
      noun = "家",
      label = "联盟成员", subject = "{alliance}成员数量",
      level = "{When}，{alliance}成员{value}家。",
      define = "期末的权利人成员。",
    },
    brands_represented = {
      noun = "个",
      label = "代表品牌", subject = "{alliance}成员代表的品牌数量",
      level = "{When}，{alliance}成员代表品牌{value}个。",
      define = "成员所代表的不同品牌。",
    },
    region_share = {
      label = "成员地区分布", subject = "{facet}成员占比",
      level = "{When}，{facet}成员占{alliance}成员的{value}{parts}。",
      define = "按所在地区统计的成员占比。",
    },
  },
}
