--- Offline enforcement: leads and what became of them, case values by currency.
local function total(rows)
  return rows[""] and rows[""].num or 0
end

return {
  {
    key = "enforcement_leads",
    label = { en = "Leads to law enforcement", zh = "移交执法线索" },
    definition = { en = "Leads on suspected counterfeiting handed to law enforcement.",
      zh = "移交执法机关的涉嫌制假售假线索。" },
    counts = "leads", cohort = "referred", of = "lead_referred",
  },
  {
    key = "arrests",
    label = { en = "Arrests", zh = "抓捕嫌疑人" },
    definition = { en = "People arrested, by the time of arrest; an operation with an id "
      .. "counts once.",
      zh = "被抓捕的人数，按抓捕时间计；同一编号的行动只计一次。" },
    counts = "persons", cohort = "arrested", of = "arrest", sum = "count",
  },
  {
    key = "facilities_closed",
    label = { en = "Facilities closed", zh = "捣毁窝点" },
    definition = { en = "Workshops, warehouses and shops closed, by the time of closure.",
      zh = "被捣毁的生产、仓储和销售窝点，按捣毁时间计。" },
    counts = "facilities", cohort = "closed", of = "facility_closed", sum = "count",
  },
  {
    key = "convictions",
    label = { en = "Convictions", zh = "定罪人数" },
    definition = { en = "People convicted, by the time of the judgment.", zh = "被定罪的人数，按判决时间计。" },
    counts = "persons", cohort = "convicted", of = "conviction", sum = "count",
  },
  {
    key = "arrests_per_lead",
    label = { en = "Arrests per lead", zh = "每条线索抓捕人数" },
    definition = { en = "People arrested in the period, divided by the leads handed over in it.",
      zh = "本期抓捕人数除以本期移交线索数。" },
    counts = "persons", cohort = "arrested", unit = "ratio", numerator = "arrests",
    denominator = "leads",
    parts = { arrests = { of = "arrest", sum = "count" }, leads = { of = "lead_referred" } },
    combine = function(p) return total(p.arrests), total(p.leads) end,
  },
  {
    key = "case_value",
    label = { en = "Value of cases", zh = "涉案金额" },
    definition = { en = "Value of the goods in criminal cases, by currency, never converted.",
      zh = "刑事案件涉案金额，按币种统计，不作换算。" },
    counts = "money", cohort = "stated", of = "case_value", sum = "amount", facet = "currency",
    facet_only = true,
  },
  {
    key = "value_per_case",
    label = { en = "Value per case", zh = "每案涉案金额" },
    definition = { en = "Value of the goods in criminal cases divided by the cases with a "
      .. "stated value, by currency.",
      zh = "涉案金额除以载明金额的案件数，按币种统计。" },
    counts = "money", cohort = "stated", unit = "currency", facet = "currency", facet_only = true,
    numerator = "value", denominator = "cases with a value",
    parts = { value = { of = "case_value", sum = "amount", facet = "currency" },
      cases = { of = "case_value", facet = "currency" } },
    combine = function(p, currency)
      local v, n = p.value[currency], p.cases[currency]
      return v and v.num or 0, n and n.num or 0
    end,
  },
}
