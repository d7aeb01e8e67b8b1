import type { ReviewBody } from './review-bodies';

/** P9: the members of the joint review; the reform office leads. */
export const JOINT_MEMBERS = [
  'REFORM_OFFICE',
  'GOVERNMENT_OFFICE',
  'DEVELOPMENT_REFORM',
  'LEGAL_OFFICE',
  'FINANCE_BUREAU',
  'SERVICE_CENTER',
] as const satisfies readonly ReviewBody[];
export type JointMember = (typeof JOINT_MEMBERS)[number];

export const isJointMember = (body: ReviewBody | null): body is JointMember =>
  body !== null && (JOINT_MEMBERS as readonly ReviewBody[]).includes(body);

/** Members whose signature is missing: while there is one, the joint review is not complete. */
export const membersToSign = (signatures: Partial<Record<JointMember, unknown>>): JointMember[] =>
  JOINT_MEMBERS.filter((member) => signatures[member] === undefined);
