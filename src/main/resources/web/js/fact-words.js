// Names of the facts that GET /facts lists by key, and of their choices. A key that is not here is shown as it is.
import { language } from './words.js';

const NAMES = {
  object: ['对象', 'Object'], activity: ['建设性质', 'Activity'], product: ['产品', 'Product'], process: ['工艺', 'Process'], capacity: ['产能', 'Capacity'],
  net_new_capacity: ['新增产能', 'Net new capacity'], replaces: ['置换产能', 'Replaced capacity'], national_layout: ['列入国家布局规划', 'In a national layout plan'], national_major: ['国家重大项目', 'National major project'],
  investor: ['投资方', 'Investor'], revenue_share: ['主营收入占比', 'Revenue share'], need_area_ha: ['用地需求', 'Land needed'], discharges: ['排放废水', 'Discharges waste water'],
  heavy_water_polluting: ['严重污染水体', 'Heavily polluting to water'], polluting: ['有污染', 'Polluting'], uses_groundwater: ['取用地下水', 'Uses groundwater'], water_m3_a: ['年用水量', 'Water per year'],
  uses_coal: ['用煤', 'Uses coal'], fuel: ['燃料', 'Fuel'], energy_tce_a: ['年综合能耗', 'Energy per year'], coal_t_a: ['年用煤量', 'Coal per year'], energy_intensity: ['单位产品能耗', 'Energy intensity'],
  major_hazard: ['重大危险源', 'Major hazard'], hazardous_store: ['储存危险品', 'Stores hazardous goods'], emits: ['排放污染物', 'Emits'], stack_height_m: ['烟囱高度', 'Stack height'], noise_emitting: ['产生噪声', 'Emits noise'],
  own_berth: ['自备泊位', 'Own berth'], park_kind: ['园区类别', 'Kind of park'], upgrade_purpose: ['改造目的', 'Purpose of upgrade'], park_recognition: ['园区认定', 'Park recognition'], plan_eia_conformity: ['与规划环评相符', 'Conforms to the plan EIA'],
  hazchem_production: ['生产危险化学品', 'Produces hazardous chemicals'], co_located_supply: ['配套就近供应', 'Co-located supply'], serves_chemical: ['服务化工', 'Serves chemical plants'], env_risk: ['有环境风险', 'Environmental risk'],
  soil_polluting: ['可能污染土壤', 'May pollute soil'], gw_polluting: ['可能污染地下水', 'May pollute groundwater'], odour_emitting: ['产生恶臭', 'Emits odour'], obstructs_flood: ['阻碍行洪', 'Obstructs floods'], eco_impact_severe: ['生态影响重大', 'Severe ecological impact'],
  increases_discharge: ['增加排污', 'Increases discharge'], increases_total_emissions: ['增加排放总量', 'Increases total emissions'], enterprise_group: ['企业集团', 'Enterprise group'], scale: ['规模', 'Scale'], height_m: ['高度', 'Height'],
  electricity_kwh_a: ['年用电量', 'Electricity per year'], eia_approved_on: ['环评批复日', 'EIA approved on'], works_started: ['已开工', 'Works started'], approved_plot: ['批准地块', 'Approved plot'], new_sensitive_receptor: ['新增敏感目标', 'New sensitive receptor'],
  replacement_published_on: ['置换公告日', 'Replacement published on'], waste_kind: ['废物类别', 'Kind of waste'], protective_distance_m: ['防护距离', 'Protective distance'],
};

const CHOICES = {
  plant: ['工厂', 'plant'], park: ['园区', 'park'], waste_facility: ['固废设施', 'waste facility'], tailings_pond: ['尾矿库', 'tailings pond'], sewage_works: ['污水厂', 'sewage works'],
  new: ['新建', 'new'], expansion: ['扩建', 'expansion'], rebuild: ['改建', 'rebuild'], upgrade: ['技改', 'upgrade'], domestic: ['内资', 'domestic'], foreign: ['外资', 'foreign'],
  coal: ['煤', 'coal'], oil: ['油', 'oil'], gas: ['气', 'gas'], electricity: ['电', 'electricity'], biomass: ['生物质', 'biomass'], other: ['其他', 'other'], chemical: ['化工', 'chemical'],
  safety: ['安全', 'safety'], environment: ['环保', 'environment'], energy: ['节能', 'energy'], intelligent: ['智能化', 'intelligent'], none: ['无', 'none'],
  recognised: ['已认定', 'recognised'], applied: ['已申请', 'applied'], conform: ['符合', 'conforms'], conflict: ['不符', 'conflicts'], not_examined: ['未审查', 'not examined'],
  small: ['小型', 'small'], medium: ['中型', 'medium'], large: ['大型', 'large'], industrial: ['工业', 'industrial'], construction: ['建筑', 'construction'], hazardous: ['危险', 'hazardous'], landfill: ['填埋', 'landfill'],
  true: ['是', 'yes'], false: ['否', 'no'],
};

const of = (table, key) => table[key]?.[language() === 'zh' ? 0 : 1] ?? String(key).replaceAll('_', ' ');

export const factName = (key) => of(NAMES, key);

export const choiceName = (choice) => of(CHOICES, String(choice));
