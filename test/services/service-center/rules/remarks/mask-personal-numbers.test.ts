import { maskPersonalNumbers } from '../../../../../services/service-center/rules/remarks/mask-personal-numbers';

describe('numbers of persons in a text are masked (个人信息保护法 6, 28)', () => {
  it.each([
    ['an identity number', '我的身份证140105199003071234办不了', '我的身份证******办不了'],
    ['one that ends with a letter', '身份证14010519900307123X。', '身份证******。'],
    ['one in groups', '号码 140105 19900307 123x 已提交', '号码 ****** 已提交'],
    ['one of full width', '１４０１０５１９９００３０７１２３４', '******'],
    ['an old one', '旧号140105900307123作废', '旧号******作废'],
    ['a bank card', '退到6222 0202 0000 0000 006吧', '退到******吧'],
    ['a mobile number', '请打13800138000找我', '请打******找我'],
    ['one with the country', '+86 138-0013-8000 找我', '****** 找我'],
    ['two in a row', '13800138000 13900139000', '****** ******'],
    ['an e-mail address', '发到zhang.san+a@example.com.cn即可', '发到******即可'],
  ])('%s', (_what, text, masked) => expect(maskPersonalNumbers(text)).toBe(masked));

  it.each([
    ['an item code', '事项14010001301000100的材料'],
    ['an item code of another city', '事项65020001301000100'],
    ['a receipt number', '办件14010001320140905000016'],
    ['an office phone', '窗口0351-0013002没人接'],
    ['a document number', '并政办发〔2014〕52号'],
    ['a day and an amount', '2014年9月20日交了1234567元'],
    ['a number of sixteen digits that is no card', '流水号6222020200000001'],
  ])('but not %s', (_what, text) => expect(maskPersonalNumbers(text)).toBe(text));
});
