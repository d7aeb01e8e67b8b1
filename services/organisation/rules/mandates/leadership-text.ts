import { COUNT, toCount } from './count-text';
import type { LeadershipPost } from './mandate-document';
import { isPostName, isRank, rankIn } from './post-names';
import { foldText, printed, splitPhrases, type Phrase } from './split-phrases';

/** The leadership posts a sentence grants, and the phrases of it that say something else. */
export interface LeadershipText {
  posts: LeadershipPost[];
  rest: string[];
}

const COUNTED = new RegExp(`^(.+?)(?:为|共)?(${COUNT})[名人个职]$`);
const REVERSED = new RegExp(`^(${COUNT})[名个](.+)$`);
const ACTUAL = new RegExp(`^(?:现有|实有|实配|已配|现配)(?:备)?(?:领导)?(?:人员|人数)?(${COUNT})[名人]$`);
const LEAD = /^(?:其中|另外|另|此外|包括|含)?(?:核定|核增|设置|设|配备|配|有)*/;
const CHIEFS = new RegExp(`^(${COUNT})正(${COUNT})副$`);

/** Reads a sentence on leadership posts (领导职数): `局长1名，副局长4名；正科级领导职数19名`. What it cannot tell it leaves in `rest`. */
export function readLeadership(sentence: string): LeadershipText {
  const posts: LeadershipPost[] = [];
  const rest: string[] = [];
  for (const phrase of splitPhrases(foldText(sentence))) {
    const text = phrase.text.replace(LEAD, '');
    if (text === '' && phrase.bracket === null) continue;
    const heads = phrase.mark === ':' && phrase.bracket === null && /^领导职数$/.test(text);
    if (heads) continue; // 领导职数：…
    const filled = toCount(ACTUAL.exec(phrase.text)?.[1] ?? '');
    const last = posts.at(-1);
    if (filled !== null && last && phrase.bracket === null) last.actual = filled;
    else if (!take(posts, { ...phrase, text })) rest.push(printed(phrase));
  }
  return { posts, rest };
}

function take(posts: LeadershipPost[], { text, bracket }: Phrase): boolean {
  const counted = COUNTED.exec(text);
  const reversed = counted ? null : REVERSED.exec(text);
  const [post, written] = counted ? [counted[1]!, counted[2]!] : reversed ? [reversed[2]!, reversed[1]!] : ['', ''];
  const quota = toCount(written);
  const name = post.replace(/\([^()]*\)$/, '');
  if (quota === null || !(isPostName(name) || isRank(name))) return false;
  const made = bracket === null ? [toPost(post, quota)] : withBracket(post, quota, bracket);
  if (made === null) return false;
  posts.push(...made);
  return true;
}

const toPost = (post: string, quota: number, rank: string | null = rankIn(post)): LeadershipPost => ({ post: withoutRank(post), rank, quota, actual: null });

/** `副局长(副处级)`: what the bracket says is the rank. */
const withoutRank = (post: string): string => post.replace(/\(([^()]*)\)$/, (whole, inside: string) => (isRank(inside) ? '' : whole));

/** A rank, or a breakdown that adds up (`28名(正科级19名、副科级9名)`, `8名(4正4副)`); a remark is not understood. */
function withBracket(post: string, quota: number, bracket: string): LeadershipPost[] | null {
  if (isRank(bracket)) return [toPost(post, quota, bracket)];
  const chiefs = CHIEFS.exec(bracket);
  const grade = rankIn(post)?.replace(/^[正副]/, '') ?? '';
  const parts = chiefs
    ? [toPost(post, toCount(chiefs[1]!) ?? 0, `正${grade}`), toPost(post, toCount(chiefs[2]!) ?? 0, `副${grade}`)]
    : splitPhrases(bracket).map(({ text }) => {
        const counted = COUNTED.exec(text.replace(LEAD, ''));
        const part = counted?.[1] ?? '';
        return isRank(part) ? toPost(post, toCount(counted![2]!) ?? 0, part) : isPostName(part) ? toPost(part, toCount(counted![2]!) ?? 0) : null;
      });
  if (chiefs && grade === '') return null;
  const whole = parts.every((part) => part !== null) ? parts : null;
  return whole !== null && whole.reduce((sum, each) => sum + each.quota, 0) === quota ? whole : null;
}
