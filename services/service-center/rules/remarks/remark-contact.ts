import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { hasControlCharacter } from './sound-characters';

/** How the remarker can be reached: a phone or an e-mail address, and a name where one is given. Protected data. */
export interface RemarkContact {
  name: string | null;
  contact: string;
}

export interface GivenContact {
  name?: string | null;
  phone?: string | null;
  email?: string | null;
}

const PHONE = /^\+?\d(?:[ -]?\d){6,18}$/;
const EMAIL = z.email().max(100);
const LONGEST_NAME = 50;

/** Either a phone or an e-mail address; nobody has to give one (P18). */
export function checkContact(given: GivenContact | null): Outcome<RemarkContact | null> {
  const [name, phone, email] = [given?.name, given?.phone, given?.email].map((text) => text?.trim() || null) as [string | null, string | null, string | null];
  if (name === null && phone === null && email === null) return accept(null);
  const wrong = (path: string, message: string) => refuse('CONTACT_MALFORMED', null, message, [{ path: `contact.${path}`, value: null }]);
  if ((phone === null) === (email === null)) return wrong('phone', '联系方式请填写电话或电子邮箱中的一项');
  if (phone !== null && !PHONE.test(phone)) return wrong('phone', '电话号码不合格式');
  if (email !== null && !EMAIL.safeParse(email).success) return wrong('email', '电子邮箱不合格式');
  if (name !== null && (name.length > LONGEST_NAME || hasControlCharacter(name))) return wrong('name', `姓名最多 ${LONGEST_NAME} 字，不能含有控制字符`);
  return accept({ name, contact: (phone?.replaceAll(/[ -]/g, '') ?? email)! });
}
