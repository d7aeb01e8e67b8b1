import { renewalState, type Renewal } from '../../../../../services/service-center/rules/clock/renewal';

const licence = (changes: Partial<Renewal> = {}): Renewal => ({ validUntil: '2014-12-31', appliedOn: '2014-12-01', decidedOn: null, ...changes });

describe('许可法 50: renewal', () => {
  it('is applied for thirty days before expiry and decided before it', () => {
    expect(renewalState(licence(), '2014-12-31')).toEqual({ applyBy: '2014-12-01', appliedInTime: true, decideBy: '2014-12-31', renewedBySilence: false });
    expect(renewalState(licence({ appliedOn: '2014-12-02' }), '2014-12-31').appliedInTime).toBe(false);
    expect(renewalState(licence({ appliedOn: null }), '2014-12-31').appliedInTime).toBe(false);
  });

  it('is granted by silence until expiry', () => {
    expect(renewalState(licence(), '2015-01-01').renewedBySilence).toBe(true);
    expect(renewalState(licence({ decidedOn: '2015-01-04' }), '2015-01-05').renewedBySilence).toBe(true);
    expect(renewalState(licence({ decidedOn: '2014-12-31' }), '2015-01-05').renewedBySilence).toBe(false);
    expect(renewalState(licence({ appliedOn: '2014-12-20' }), '2015-01-05').renewedBySilence).toBe(false);
  });
});
