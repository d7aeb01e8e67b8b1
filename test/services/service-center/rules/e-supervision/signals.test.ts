import { SIGNAL_RULES } from '../../../../../services/service-center/rules/e-supervision';
import { SIGNAL_KINDS } from '../../../../../services/service-center/rules/e-supervision/signal';
import { FORM } from '../../a-counter';
import { at } from '../clock/a-case';
import { ACCEPTED, fact, raisedOn } from './a-supervised-case';

const kinds = (...args: Parameters<typeof raisedOn>) => raisedOn(...args).map(({ kind }) => kind);
const decided = (when: string, said: Record<string, unknown> = {}) => fact(when, 'DECIDED', said);
const WRITTEN = { inWriting: true, reasons: '不符合', remedies: '复议' };

describe('what e-supervision raises', () => {
  it('has a rule for every kind of signal', () => {
    expect(Object.keys(SIGNAL_RULES)).toEqual(Object.keys(SIGNAL_KINDS));
  });

  it('nothing of a case that goes as it should', () => {
    expect(kinds('09-30', [...ACCEPTED, decided('09-30'), fact('10-08', 'DELIVERED')])).toEqual([]);
    expect(kinds('11-30', [...ACCEPTED, decided('09-30'), fact('10-08', 'DELIVERED')])).toEqual([]);
  });

  it('NEAR_DUE: yellow, once nine tenths of the promise are used or a day is left, until it is over', () => {
    expect(kinds('10-08', ACCEPTED)).toEqual([]);
    expect(raisedOn('10-09', ACCEPTED)).toMatchObject([
      { kind: 'NEAR_DUE', severity: 'YELLOW', rule: '许可法 42', cause: '2014-10-10', numbers: { daysUsed: 9, daysLeft: 1, limit: 10, dueOn: '2014-10-10' }, occurredOn: '2014-10-09' },
    ]);
    expect(kinds('10-10', ACCEPTED)).toEqual(['NEAR_DUE']);
    expect(kinds('10-09', ACCEPTED, {}, { nearDueShare: 1, nearDueDaysLeft: 0 })).toEqual([]);
    expect(kinds('10-09', [...ACCEPTED, decided('10-09')])).toEqual([]);
    expect(kinds('10-09', [...ACCEPTED, fact('09-23', 'SPECIAL_PROCEDURE_STARTED')])).toEqual([]);
  });

  it('OVERDUE_PROMISED: red, the day after the promise, also when it was decided then', () => {
    expect(raisedOn('10-11', ACCEPTED)).toMatchObject([
      { kind: 'OVERDUE_PROMISED', severity: 'RED', cause: 'promised', numbers: { daysUsed: 11, limit: 10, daysLate: 1, dueOn: '2014-10-10' }, occurredOn: '2014-10-11' },
    ]);
    expect(kinds('11-30', [...ACCEPTED, decided('10-11')])).toEqual(['OVERDUE_PROMISED']);
  });

  it('OVERDUE_STATUTORY: red, the day after what the law gives', () => {
    expect(kinds('10-23', ACCEPTED)).toEqual(['OVERDUE_PROMISED']);
    expect(raisedOn('10-24', ACCEPTED)).toMatchObject([{ kind: 'OVERDUE_PROMISED' }, { kind: 'OVERDUE_STATUTORY', severity: 'RED', rule: '许可法 42', numbers: { daysLate: 1 } }]);
  });

  it('STEP_OVERDUE: a step that takes longer than the guide gives it', () => {
    const started = [...ACCEPTED, fact('09-22 10:00', 'STEP_STARTED', { step: 1 })];
    expect(kinds('09-23', started)).toEqual([]);
    expect(raisedOn('09-24', started)).toMatchObject([{ kind: 'STEP_OVERDUE', cause: 'step 1 2014-09-22', numbers: { step: 1, limit: 1, daysLate: 1 } }]);
    expect(kinds('09-30', [...started, fact('09-23', 'STEP_COMPLETED', { step: 1 })])).toEqual([]);
  });

  it('INTAKE_OVERDUE: not answered within five days', () => {
    const received = [fact('09-05', 'RECEIVED')];
    expect(kinds('09-15', received)).toEqual([]);
    expect(raisedOn('09-16', received)).toMatchObject([{ kind: 'INTAKE_OVERDUE', rule: '许可法 32(4)', numbers: { dueOn: '2014-09-15' }, occurredOn: '2014-09-16' }]);
    expect(kinds('09-17', [...received, fact('09-16', 'ACCEPTED')])).toEqual(['INTAKE_OVERDUE']);
  });

  it('REPEATED_CORRECTION: a second notice', () => {
    const once = [fact('09-05', 'RECEIVED'), fact('09-09', 'CORRECTION_REQUESTED', { toCorrect: ['一'] })];
    expect(kinds('09-09', once)).toEqual([]);
    const twice = [...once, fact('09-10', 'CORRECTED'), fact('09-11', 'CORRECTION_REQUESTED', { toCorrect: ['二'] })];
    expect(raisedOn('09-11', twice)).toMatchObject([{ kind: 'REPEATED_CORRECTION', eventId: 'CORRECTION_REQUESTED 09-11', rule: '许可法 32(4)', occurredOn: '2014-09-11' }]);
  });

  it('NO_REASON_FOR_REFUSAL: of a decision and of intake', () => {
    expect(raisedOn('09-24', [...ACCEPTED, decided('09-24', { outcome: 'REFUSED', ...WRITTEN, remedies: null })])).toMatchObject([
      { kind: 'NO_REASON_FOR_REFUSAL', severity: 'RED', rule: '许可法 38', numbers: { lacking: 'remedies' } },
    ]);
    expect(kinds('09-24', [fact('09-22', 'RECEIVED'), fact('09-24', 'REFUSED_INTAKE')])).toEqual(['NO_REASON_FOR_REFUSAL']);
    expect(kinds('09-24', [...ACCEPTED, decided('09-24', { outcome: 'REFUSED', ...WRITTEN })])).toEqual([]);
  });

  it('STEP_SKIPPED: a step of the guide or a stage of the case', () => {
    expect(raisedOn('09-23', [...ACCEPTED, fact('09-23', 'STEP_STARTED', { step: 2 })])).toMatchObject([
      { kind: 'STEP_SKIPPED', eventId: 'STEP_STARTED 09-23', numbers: { step: 2, missing: '1' } },
    ]);
    const [received] = ACCEPTED;
    expect(raisedOn('09-23', [received!, decided('09-23')])).toMatchObject([{ kind: 'STEP_SKIPPED', numbers: { state: 'RECEIVED', kind: 'DECIDED_GRANTED' } }]);
    expect(kinds('09-23', [...ACCEPTED, fact('09-23', 'DELIVERED')])).toEqual(['STEP_SKIPPED']);
    expect(kinds('09-23', [...ACCEPTED, fact('09-22 10:00', 'STEP_STARTED', { step: 1 }), fact('09-23', 'STEP_STARTED', { step: 2 })])).toEqual([]);
  });

  it('MISSING_REQUIRED_MATERIAL: granted without one', () => {
    const without = [fact('09-22', 'RECEIVED'), fact('09-22', 'ACCEPTED')];
    expect(raisedOn('09-23', [...without, decided('09-23')])).toMatchObject([{ kind: 'MISSING_REQUIRED_MATERIAL', rule: '许可法 34', numbers: { missing: 1, materials: FORM } }]);
    expect(kinds('09-23', [...without, decided('09-23', { outcome: 'REFUSED', ...WRITTEN })])).toEqual([]);
    expect(kinds('09-24', [...without, decided('09-23'), fact('09-24', 'CORRECTED', { materials: [FORM] })])).toEqual(['MISSING_REQUIRED_MATERIAL']);
    expect(kinds('09-23', [...without, decided('09-23')], { guide: null })).toEqual([]);
  });

  it('WRONG_OFFICE: of another agency, or not the one the guide names for the step', () => {
    const step = (officeId: string) => [...ACCEPTED, fact('09-22 10:00', 'STEP_STARTED', { step: 1, officeId })];
    expect(raisedOn('09-22 11:00', step('14010001401'))).toMatchObject([{ kind: 'WRONG_OFFICE', cause: '14010001401', rule: 'P3' }]);
    expect(kinds('09-22 11:00', step('14010001302'))).toEqual(['WRONG_OFFICE']);
    expect(kinds('09-22 11:00', step('14010001301'))).toEqual([]);
    expect(kinds('09-23', [...ACCEPTED, decided('09-23', { officeId: '14010001302' })])).toEqual([]);
    expect(kinds('09-23', [...ACCEPTED, decided('09-23', { officeId: 'nobody' })])).toEqual(['WRONG_OFFICE']);
  });

  it('OFF_LIST_ITEM: what may not be exercised that day (P5)', () => {
    for (const standing of ['NOT_ON_LIST', 'SUSPENDED', 'OTHER_BODY'] as const)
      expect(raisedOn('09-22 11:00', ACCEPTED, { standing })).toMatchObject([{ kind: 'OFF_LIST_ITEM', rule: 'P5', numbers: { standing }, occurredOn: '2014-09-22' }]);
  });

  it('EXTENSION_WITHOUT_APPROVAL: and whatever else keeps an extension from its effect', () => {
    expect(raisedOn('09-23', [...ACCEPTED, fact('09-23', 'EXTENDED', { approvedBy: null })])).toMatchObject([
      { kind: 'EXTENSION_WITHOUT_APPROVAL', rule: '许可法 42¶1', numbers: { finding: 'EXTENSION_WITHOUT_APPROVAL' } },
    ]);
    const twice = [...ACCEPTED, fact('09-23', 'EXTENDED'), fact('09-24', 'EXTENDED')];
    expect(raisedOn('09-24', twice)).toMatchObject([{ kind: 'EXTENSION_WITHOUT_APPROVAL', numbers: { finding: 'EXTENSION_REPEATED' } }]);
    expect(kinds('09-23', twice.slice(0, -1))).toEqual([]);
  });

  it('FEE_WITHOUT_BASIS: not in the guide, or there without a basis', () => {
    const charged = (name: string, amount: number) => [...ACCEPTED, decided('09-23', { fees: [{ name, amount }] })];
    expect(raisedOn('09-23', charged('工本费', 10))).toMatchObject([{ kind: 'FEE_WITHOUT_BASIS', rule: '许可法 58、59', numbers: { amount: 10, fees: '工本费' } }]);
    expect(kinds('09-23', charged('水资源费', 10))).toEqual([]);
    expect(kinds('09-23', charged('工本费', 0))).toEqual([]);
  });

  it('LATE_REPORT: an event that arrives long after it happened, once for each arrival', () => {
    const late = [...ACCEPTED, fact('09-23', 'STEP_STARTED', { step: 1, arrived: '09-25' }), fact('09-23 10:00', 'STEP_COMPLETED', { step: 1, arrived: '09-25' })];
    expect(raisedOn('09-25', late)).toMatchObject([{ kind: 'LATE_REPORT', cause: at('09-25'), eventId: 'STEP_STARTED 09-23', numbers: { hours: 48, allowed: 24 }, occurredOn: '2014-09-25' }]);
    expect(kinds('09-25', late, {}, { lateReportHours: 48 })).toEqual([]);
  });

  it('nothing that a region’s policy leaves out, and as gravely as it says', () => {
    expect(kinds('10-11', ACCEPTED, {}, { off: ['OVERDUE_PROMISED'] })).toEqual([]);
  });
});
