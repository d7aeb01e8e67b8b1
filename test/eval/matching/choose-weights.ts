import { SIGNALS, WEIGHTS, type Weights } from '../../../services/organisation/rules/matching';
import { inProject } from '../../../services/shared/project-root';
import { confirmSome, evaluate, rankRows, type RankedRow } from './evaluate';
import { type Department, readDepartments } from './labelled-rows';
import { printReport } from './report';

/** The choices one row offers, each as its signals; the first is the right one. The last is `none`. */
type Case = Float64Array[];

const KEYS = [...SIGNALS, 'none'] as const;
/** Not learned: that exact references come first is a rule. */
const FIXED: Partial<Weights> = { named: WEIGHTS.named };
/** A department's long tail of one-to-one duties teaches no more than its first ones; its rows likewise. */
const [MOST_CHOICES, MOST_ROWS] = [50, 100];
const STEPS = 60;
/** The wish to keep every weight small. */
const SHRINK = 0.001;
/** How much a row counts whose own duty was taken away, so that none is right. */
const ABSENT = 0.05;

interface Lesson {
  choices: Case;
  weight: number;
}

const NONE = Float64Array.from(KEYS, (key) => (key === 'none' ? 1 : 0));

function lessonsOf(rows: readonly RankedRow[]): Lesson[] {
  const every = Math.max(1, Math.floor(rows.length / MOST_ROWS));
  return rows.filter((_, i) => i % every === 0).flatMap(({ dutyId, proposals }) => {
    const vector = (index: number): Float64Array => Float64Array.from(KEYS, (key) => (key === 'none' ? 0 : proposals[index]!.signals[key]));
    const right = proposals.findIndex((proposal) => proposal.dutyId === dutyId);
    const wrong = proposals.flatMap((_, i) => (i === right ? [] : [vector(i)])).slice(0, MOST_CHOICES);
    return [
      { choices: [vector(right), ...wrong, NONE], weight: 1 },
      { choices: [NONE, ...wrong], weight: ABSENT },
    ];
  });
}

/** A department as it teaches: knowing nothing, and with a fifth of its pairs confirmed. Large ones count by the root of their rows. */
function teach(department: Department): Lesson[] {
  const { decided, rest } = confirmSome(department.rows, 7);
  const lessons = [...lessonsOf(rankRows(department, department.rows)), ...lessonsOf(rankRows(department, rest, decided))];
  const total = lessons.reduce((sum, { weight }) => sum + weight, 0);
  return lessons.map(({ choices, weight }) => ({ choices, weight: (weight * Math.sqrt(department.rows.length)) / total }));
}

/** Softmax regression by gradient descent (Adam); no weight below zero, so that each stays what its name says. */
function learn(lessons: readonly Lesson[]): Weights {
  const total = lessons.reduce((sum, { weight }) => sum + weight, 0);
  const learned = Float64Array.from(KEYS, (key) => FIXED[key] ?? 0);
  const [slope, spread] = [new Float64Array(KEYS.length), new Float64Array(KEYS.length)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = learned.map((weight) => SHRINK * weight);
    for (const { choices, weight } of lessons) {
      const logits = choices.map((choice) => choice.reduce((sum, value, k) => sum + value * learned[k]!, 0));
      const highest = Math.max(...logits);
      const odds = logits.map((logit) => Math.exp(logit - highest));
      const sum = odds.reduce((a, b) => a + b, 0);
      choices.forEach((choice, i) => {
        const error = ((odds[i]! / sum - (i === 0 ? 1 : 0)) * weight) / total;
        choice.forEach((value, k) => (gradient[k]! += error * value));
      });
    }
    KEYS.forEach((key, k) => {
      if (key in FIXED) return;
      slope[k] = 0.9 * slope[k]! + 0.1 * gradient[k]!;
      spread[k] = 0.99 * spread[k]! + 0.01 * gradient[k]! ** 2;
      const [mean, deviation] = [slope[k] / (1 - 0.9 ** step), Math.sqrt(spread[k] / (1 - 0.99 ** step))];
      const next = learned[k]! - (0.5 * mean) / (deviation + 1e-8);
      learned[k] = key === 'none' ? next : Math.max(0, next);
    });
  }
  return Object.fromEntries(KEYS.map((key, k) => [key, Math.round(learned[k]! * 100) / 100])) as Weights;
}

/** `node dist/test/eval/matching/choose-weights.js [FOLDER]`: weights learned without a department, judged on it; then of all. */
function main(folder = inProject('..', 'shared', 'data', 'lists')): void {
  const departments = readDepartments(folder);
  const lessons = new Map(departments.map((department) => [department, teach(department)]));
  const without = new Map(departments.map((left) => [left, learn(departments.filter((each) => each !== left).flatMap((each) => lessons.get(each)!))]));
  console.log('每个部门都用其余部门学得的权重：');
  console.log(printReport(evaluate(departments, (department) => without.get(department)!)));
  console.log('全部部门学得的权重：', learn([...lessons.values()].flat()));
}

main(process.argv[2]);
