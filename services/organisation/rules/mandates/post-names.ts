const POST = /领导职数|职数$|(?:[局厅处科股组院馆队站所司部会关校县市区乡镇秘警政][长]|主任|书记|主席|委员|主管|督察|督学|总(?:工程|经济|会计|规划|农艺|畜牧|审计|统计)师|巡视员|调研员|主任科员|秘书长|检察长|队长|政委)$/;

/** Whether a label names leadership posts (领导职数): 副局长, 机关党委专职副书记, 正科级领导职数. */
export const isPostName = (label: string): boolean => POST.test(label);

const RANK = /(?:正|副)?(?:[国省部厅局司市地处县科股乡镇](?:\([国省部厅局司市地处县科股乡镇]\))?){1,2}级/;

/** The rank a text states (级别), e.g. `副处级`, `正县(处)级`; null when it states none. */
export const rankIn = (text: string): string | null => RANK.exec(text)?.[0] ?? null;

export const isRank = (text: string): boolean => RANK.exec(text)?.[0] === text;
