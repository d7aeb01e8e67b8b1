/** What a column of a guide's table holds, by meaning. */
export type Field =
  | 'itemCode' | 'itemName' | 'effectiveOn'
  | 'materialName' | 'requirement' | 'materialKind' | 'originals' | 'copies' | 'medium' | 'source' | 'form' | 'sample' | 'howToFill' | 'acceptance' | 'materialBasis'
  | 'stepOrder' | 'stepName' | 'stepOffice' | 'stepOfficer' | 'jointOffice' | 'stepLimit' | 'standard' | 'stepResult' | 'next'
  | 'conditions' | 'statutoryLimit' | 'promisedLimit' | 'handlingKind' | 'serviceObjects' | 'channels' | 'visits' | 'fee' | 'feeBasis' | 'result'
  | 'venue' | 'address' | 'hours' | 'office' | 'officer' | 'enquiryPhone' | 'supervisionPhone' | 'quantityLimit';

/** How headers call their columns, tried in this order on the label without spaces, brackets and marks. */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['itemCode', /^(?:事项|项目|职权|权力|实施)?(?:编码|代码|编号)$/],
  ['itemName', /^(?:权力|职权|政务服务)?(?:事项|项目|职权|权力)(?:名称)?$/],
  ['effectiveOn', /^(?:指南)?(?:生效|实施|启用)日期$/],
  ['materialKind', /^材料(?:类型|种类|类别)$/],
  ['requirement', /必要性|^是否必[要需]/],
  ['medium', /^(?:材料)?(?:形式|介质|载体)$/],
  ['source', /^(?:材料)?来源(?:渠道)?$/],
  ['form', /^(?:空白)?表格(?:名称|下载)?$|^空白表/],
  ['sample', /样表|样本|范本/],
  ['howToFill', /填报须知|填写(?:说明|要求)/],
  ['acceptance', /受理标准|材料要求/],
  ['materialBasis', /(?:要求|材料).*依据/],
  ['originals', /^(?:纸质)?原件(?:份数|数量)?$/],
  ['copies', /^(?:纸质)?复印件(?:份数|数量)?$/],
  ['materialName', /^(?:申请|申报|提交|应交)?材料(?:名称)?$/],
  ['stepOrder', /^(?:环节|步骤|流程)(?:序号|顺序|顺序号)$/],
  ['next', /^后续(?:环节|步骤)$|^下一(?:环节|步骤?)$/],
  ['jointOffice', /^联办(?:机构|单位|部门|科室|处室)$/],
  ['stepOffice', /^(?:环节|步骤)(?:承办|办理|责任)(?:处室|科室|机构|单位|部门)$|^承办(?:处室|科室|股室)$/],
  ['stepOfficer', /^(?:环节|步骤)(?:承办|办理|经办|责任)人员?$/],
  ['stepLimit', /^(?:环节|步骤)(?:办理)?(?:时限|期限)$/],
  ['standard', /^(?:审查|办理|环节|步骤)(?:标准|内容|说明)$/],
  ['stepResult', /^(?:环节|步骤)结果$/],
  ['stepName', /^(?:办理)?(?:环节|步骤|流程)(?:名称)?$/],
  ['conditions', /^(?:受理|办理|申请|审批)条件$/],
  ['statutoryLimit', /^法定(?:办结|办理)?(?:期限|时限)$/],
  ['promisedLimit', /^承诺(?:办结|办理)?(?:期限|时限)$/],
  ['handlingKind', /^办件类型$/],
  ['serviceObjects', /^服务对象$/],
  ['channels', /^办理形式$/],
  ['visits', /到.*现场.*次数/],
  ['feeBasis', /^收费依据$/],
  ['fee', /^(?:收费标准|是否收费|收费情况|收费)$/],
  ['result', /^(?:办理|审批)?结果(?:名称)?$/],
  ['address', /^(?:办理|办公|窗口)?地址$/],
  ['hours', /^(?:办理|办公|工作)时间$/],
  ['venue', /^(?:办理|办公)(?:地点|窗口)$/],
  ['office', /^(?:责任|承办)(?:机构|单位|部门)$|^责任(?:科室|处室)$/],
  ['officer', /^(?:承办|经办|责任)人$/],
  ['supervisionPhone', /(?:监督|投诉).*电话/],
  ['enquiryPhone', /(?:咨询|联系|办公)电话/],
  ['quantityLimit', /^数量限制$/],
];

/** The field a header cell names; null when it is none that a guide uses. */
export function fieldOf(cell: string): Field | null {
  if (cell.length > 60) return null;
  const label = cell.normalize('NFKC').replaceAll(/\([^)]*\)/g, '').replaceAll(/[\s:*、,.。"“”]/g, '');
  return LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}
