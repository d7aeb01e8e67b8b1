import type { DutyText, ItemText } from '../../../../../services/organisation/rules/matching';

/** A water bureau: one broad duty of enforcement beside duties with a subject of their own. */
export const DUTIES: DutyText[] = [
  { id: 'enforce', text: '负责组织和指导水务综合执法工作，查处水务违法案件' },
  { id: 'draw', text: '负责本行政区域内取水许可的审批' },
  { id: 'flood', text: '承担防洪设施的建设和水务应急工作' },
  { id: 'sewage', text: '负责城镇排水与污水处理的水务监督检查' },
  { id: 'echo', text: '依法对管辖范围内在河道采砂场堆放砂石阻碍行洪的处罚' },
];

export const item = (id: string, name: string, category = 'PENALTY', offices: string[] = []): ItemText => ({ id, name, subItem: null, category, offices });

export const ITEMS: ItemText[] = [
  item('draw', '取水许可', 'LICENSE', ['水资源科']),
  item('echo', '对在河道采砂场堆放砂石阻碍行洪的处罚', 'PENALTY', ['执法支队']),
  item('meter', '对未安装计量设施的处罚', 'PENALTY', ['执法支队']),
  item('fake', '对伪造、涂改凭证的处罚', 'PENALTY', ['执法支队']),
  item('sewage', '对城镇污水处理设施运行的检查', 'INSPECTION', ['排水科']),
  item('hydro', '水文测站设立备案', 'OTHER', ['水文科']),
  item('gauge', '水文监测资料汇交', 'OTHER', ['水文科']),
  item('song', '演唱', 'UNKNOWN'),
];
