import { CASE_STATES, isOpen, NEXT_STATE, stateAfter, type CaseMove, type CaseState, type StateBefore } from '../../../../../services/service-center/rules/cases/case-states';
import { foldCase, foldState } from '../../../../../services/service-center/rules/cases/fold-case';
import { inOrder, type CaseEvent } from '../../../../../services/service-center/rules/clock/case-event';
import { at, calendar, event, licence } from '../clock/a-case';

const states = Object.keys(CASE_STATES) as CaseState[];
const moves = Object.keys(NEXT_STATE.NONE) as CaseMove[];
const reachedFrom = (start: StateBefore): Set<StateBefore> => {
  const reached = new Set<StateBefore>([start]);
  for (const state of reached) for (const next of Object.values(NEXT_STATE[state])) if (next !== null) reached.add(next);
  return reached;
};
const fold = (...events: CaseEvent[]) => foldState(inOrder(events, Number.POSITIVE_INFINITY));

describe('the state machine of a case', () => {
  it('reaches every state, and leads nowhere that is not one', () => {
    expect([...reachedFrom('NONE')].toSorted()).toEqual([...states, 'NONE'].toSorted());
  });

  it('begins with the receipt alone, once', () => {
    expect(moves.filter((move) => NEXT_STATE.NONE[move] !== null)).toEqual(['RECEIVED']);
    for (const state of states) expect(NEXT_STATE[state].RECEIVED).toBeNull();
  });

  it('leads from every open state to an end, and from no end back', () => {
    for (const state of states)
      if (isOpen(state)) expect([...reachedFrom(state)].some((reached) => reached === 'WITHDRAWN' || reached === 'DELIVERED')).toBe(true);
      else expect([...reachedFrom(state)].some((reached) => reached !== 'NONE' && isOpen(reached))).toBe(false);
  });

  it('takes every fact in every state, and opens nothing that is over', () => {
    for (const state of ['NONE', ...states] as StateBefore[])
      for (const move of moves) {
        const after = stateAfter(state, move);
        expect(states).toContain(after.state);
        expect(after.possible).toBe(NEXT_STATE[state][move] !== null);
        if (state !== 'NONE' && !isOpen(state)) expect(isOpen(after.state)).toBe(false);
      }
  });

  it('decides nothing before acceptance, nor during a special procedure', () => {
    for (const state of ['RECEIVED', 'CORRECTION_PENDING', 'SUSPENDED'] as const)
      expect([NEXT_STATE[state].DECIDED_GRANTED, NEXT_STATE[state].DECIDED_REFUSED]).toEqual([null, null]);
  });
});

describe('folding a case', () => {
  it('is suspended until the last special procedure ends', () => {
    const started = [event('09-22', 'RECEIVED'), event('09-23', 'ACCEPTED'), event('09-24', 'SPECIAL_PROCEDURE_STARTED'), event('09-25', 'SPECIAL_PROCEDURE_STARTED', { procedure: 'TESTING' })];
    expect(fold(...started, event('09-26', 'SPECIAL_PROCEDURE_ENDED')).state).toBe('SUSPENDED');
    expect(fold(...started, event('09-26', 'SPECIAL_PROCEDURE_ENDED'), event('09-28', 'SPECIAL_PROCEDURE_ENDED', { procedure: 'TESTING' })).state).toBe('IN_PROGRESS');
  });

  it('names what could not have happened, and believes it all the same', () => {
    expect(fold(event('09-22', 'RECEIVED'), event('09-23', 'DECIDED'))).toEqual({ state: 'GRANTED', impossible: ['DECIDED 09-23'] });
    expect(fold(event('09-23', 'DELIVERED'))).toEqual({ state: 'DELIVERED', impossible: ['DELIVERED 09-23'] });
    expect(fold(event('09-22', 'RECEIVED'), event('09-23', 'REFUSED_INTAKE'), event('09-24', 'ACCEPTED')).state).toBe('INTAKE_REFUSED');
  });

  it('tells by which day, and whether it was in time', () => {
    const events = [event('09-05', 'RECEIVED'), event('09-22', 'ACCEPTED'), event('10-13', 'DECIDED')];
    const on = (when: string, ...of: CaseEvent[]) => foldCase(of, licence(), calendar, new Date(at(when)));
    expect(on('09-09', events[0]!)).toMatchObject({ state: 'RECEIVED', dueOn: null, intakeDueOn: '2014-09-15', onTime: null });
    expect(on('10-11', ...events)).toMatchObject({ state: 'IN_PROGRESS', acceptedOn: '2014-09-05', promisedDueOn: '2014-09-22', statutoryDueOn: '2014-10-10', onTime: null });
    expect(on('10-13', ...events)).toMatchObject({ state: 'GRANTED', open: false, onTime: false, outcome: 'GRANTED', eventCount: 3 });
    expect(on('10-13', events[0]!, event('09-10', 'ACCEPTED'), event('09-24', 'DECIDED'))).toMatchObject({ onTime: true, dueOn: '2014-09-24', daysUsed: 10 });
    expect(on('10-13', events[0]!, event('09-10', 'ACCEPTED'), event('09-28', 'DECIDED', { outcome: 'WITHDRAWN' }))).toMatchObject({ state: 'WITHDRAWN', onTime: null });
  });
});
