import {
  creditCheckDigit,
  identifierFault,
  normaliseIdentifier,
  organisationCheckDigit,
} from '../../../../services/organisation/rules/identifiers';

describe('a unified social credit code (GB 32100)', () => {
  it.each(['12441500196720244T', '9144030071526726XG', '91330100799655058B', '91350211M000100Y46'])('%s is valid', (code) => {
    expect(identifierFault('USCC', code)).toBeNull();
  });

  it('11440300MB2C93166R fails, and the answer says where', () => {
    expect(identifierFault('USCC', '11440300MB2C93166R')).toContain('第 9 至 17 位');
  });

  it('fails by its own check digit when the organisation code inside is right', () => {
    expect(identifierFault('USCC', '91350211M000100Y43')).toBe('统一社会信用代码校验码错误，应为 6');
  });

  it.each(['', '1244150019672024', '12441500196720244T0', '1244150019672O244T', '12A41500196720244T', '12441500196720244t'])(
    'refuses the shape of %p',
    (code) => expect(identifierFault('USCC', code)).toContain('18 位'),
  );

  it('finds every single changed character', () => {
    const code = '12441500196720244T';
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const changed = [...code].flatMap((own, i) =>
      alphabet.filter((other) => other !== own).map((other) => code.slice(0, i) + other + code.slice(i + 1)),
    );
    expect(changed.filter((wrong) => identifierFault('USCC', wrong) === null)).toEqual([]);
  });

  it('gives the check digit', () => expect(creditCheckDigit('12441500196720244')).toBe('T'));
});

describe('an organisation code (GB 11714)', () => {
  it.each(['196720244', '71526726X', 'M000100Y4', '000000019', '00000006X', '000000190'])('%s is valid', (code) => {
    expect(identifierFault('ORG_CODE', code)).toBeNull();
  });

  it('says which check digit was expected', () => {
    expect(identifierFault('ORG_CODE', '196720245')).toBe('组织机构代码校验码错误，应为 4');
  });

  it('writes 10 as X and 11 as 0', () => {
    expect(organisationCheckDigit('71526726')).toBe('X');
    expect(organisationCheckDigit('00000019')).toBe('0');
  });

  it('is read with the hyphen, spaces and small letters that people write', () => {
    expect(normaliseIdentifier(' 71526726-x ')).toBe('71526726X');
  });
});
