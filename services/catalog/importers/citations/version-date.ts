import { remembered } from '../remembered';

const [YEAR, MONTH, DAY] = ['((?:19|20)[0-9]{2})', '(1[0-2]|0?[1-9])', '(3[01]|[12][0-9]|0?[1-9])'];
const DATE = new RegExp(`${YEAR}(?: *年(?: *${MONTH} *月(?: *${DAY} *日)?)?|[-./]${MONTH}[-./]${DAY})`, 'g');

const NOT_DATE = /^ *(?:第|版|本|〕|】|）? *第)/;

/**
 * The date that tells which version a list means, from the words beside a title: the last amendment's,
 * failing that the first date that is not only the start of effect, failing that the start of effect.
 */
export const findVersionDate = remembered((description: string): string | null => {
  if (!/[12][0-9]{3}/.test(description)) return null;
  const dates = [...description.matchAll(DATE)]
    // 令2017年第94号 and 〔2015〕 are numbers, 2020年版 is a name.
    .filter((match) => match[2] !== undefined || match[4] !== undefined || !NOT_DATE.test(description.slice(match.index + match[0].length)))
    .map((match) => ({ iso: toIso(match), event: nextEvent(description, match.index + match[0].length) }));
  const amended = dates.findLast(({ event }) => event === 'AMENDED');
  const issued = dates.find(({ event }) => event === 'ISSUED');
  return (amended ?? issued ?? dates[0])?.iso ?? null;
});

type DatedEvent = 'AMENDED' | 'ISSUED' | 'EFFECTIVE';

function nextEvent(description: string, from: number): DatedEvent {
  const clause = description.slice(from, from + 160).split(/[。；\n]|(?=(?:19|20)[0-9]{2} *年)/)[0] ?? '';
  if (/修正|修订|修改/.test(clause)) return 'AMENDED';
  return /^ *(?:起)?(?:开始)?(?:施行|实施|生效)/.test(clause) ? 'EFFECTIVE' : 'ISSUED';
}

function toIso(match: RegExpExecArray): string {
  const [, year, month = match[4], day = match[5]] = match;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}
