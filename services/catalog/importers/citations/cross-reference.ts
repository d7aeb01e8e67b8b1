/** 规定 goes on the sentence, unless a mark after it introduces the clause (规定：“…”) or ends the citation (的规定。). */
const STATED = '规定(?! *(?:[：“。；]|\\n|$))';
/** Read through blanks: these words open no clause of their own. */
const PARTICLE = [
  '(?:的|之|中的)(?!规定)',
  `(?:的|之|中的|中)?${STATED}(?!，)`,
  '规定的|所(?:列|称|规定|述|指|涉)|第[一二三四五六七八九十0-9]+次修',
  '(?:、|和|与|或|或者|以及|及) *(?:本|该|其他|有关|国家|前|相关)',
].join('|');
/** Only without a blank before them: after a blank they are the clause's first words (第五条 执行机关应当…). */
const ADJACENT =
  '(?:有关|相关)(?:规定|要求|条款|内容)|以外|除外|情形|行为之|内容|要求|执行|处罚|处理|办理|给予|予以|处以|修[正订改]';
const SENTENCE_GOES_ON = new RegExp(`^(?: *(?:等)?(?:${PARTICLE})|${ADJACENT})`);
/** 依照第十条的规定，…: the sentence goes on; 第十条规定，…: the list states the clause's words. */
const STATED_BY_COMMA = /^ *(?:的|之|中的)规定，/;

/** What follows a title or an article at `at` makes it part of a sentence (第八条规定的条件) instead of a heading (第八条：…). */
export function isCrossReference(text: string, at: number): boolean {
  const after = text.slice(at, at + 24);
  return SENTENCE_GOES_ON.test(after) || STATED_BY_COMMA.test(after);
}
