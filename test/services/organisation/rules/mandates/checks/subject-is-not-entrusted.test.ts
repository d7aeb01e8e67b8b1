import { subjectIsNotEntrusted } from '../../../../../../services/organisation/rules/mandates/checks/subject-is-not-entrusted';
import { agency, AGENCIES, find, item, SQUAD, viewOf } from '../facts';

describe('what is exercised by entrustment stays the department’s power (P4, 许可法 24)', () => {
  it('finds an entrusted institution that the list shows as the subject, at the department', () => {
    expect(find(subjectIsNotEntrusted, { items: [item('W1', '取水许可', { agencyCode: SQUAD, subItem: '取水许可延续' })] })).toMatchObject([
      {
        id: 'WRONG_SUBJECT:140100013:W1',
        agencyCode: '140100013',
        severity: 'VIOLATION',
        clause: 'P4',
        itemText: '取水许可（取水许可延续）［W1］',
        explanation: '事项“取水许可（取水许可延续）”把受委托的太原市水政监察支队列为实施主体，受委托机构行使的是太原市水务局的权力。',
        proposedAction: '在清单中把实施主体改为太原市水务局，受委托机构列为委托实施单位。',
      },
    ]);
  });

  it('finds nothing where the department is the subject', () => {
    expect(find(subjectIsNotEntrusted, { items: [item('W1', '取水许可')] })).toEqual([]);
  });

  it('leaves an institution that another region’s body entrusts to that region, and still looks at its items', () => {
    const foreign = agency('140100098', '引黄管理局', { entrustedBy: '140000013' });
    const given = { agencies: [...AGENCIES, foreign], items: [item('W1', '取水许可', { agencyCode: '140100098' })] };
    expect(viewOf(given, '140100098').items).toMatchObject([{ code: 'W1' }]);
    expect(find(subjectIsNotEntrusted, given, '140100098')).toEqual([]);
  });
});
