import type { Role } from '../../../shared/actor';

/** Bodies the plan gives a part in a review cycle beside the departments that report. */
export const REVIEW_BODIES = {
  REFORM_OFFICE: '审改办',
  GOVERNMENT_OFFICE: '政府办公厅（室）',
  DEVELOPMENT_REFORM: '发改委',
  LEGAL_OFFICE: '法制办',
  FINANCE_BUREAU: '财政局',
  SERVICE_CENTER: '政务办',
  HUMAN_RESOURCES: '人社局',
  PRICING: '物价局',
  GOVERNMENT: '人民政府',
} as const;
export type ReviewBody = keyof typeof REVIEW_BODIES;

/** Bodies without a role of their own: they act as JOINT_REVIEWER, each known by its agency. */
export const JOINT_REVIEWER_BODIES = ['DEVELOPMENT_REFORM', 'HUMAN_RESOURCES', 'PRICING'] as const satisfies readonly ReviewBody[];
export type JointReviewerBody = (typeof JOINT_REVIEWER_BODIES)[number];

/** The agencies that act as these bodies in one cycle; what a small county does not have is absent. */
export type NamedBodies = Partial<Record<JointReviewerBody, string>>;

const BODY_OF_ROLE: Partial<Record<Role, ReviewBody>> = {
  REFORM_OFFICE: 'REFORM_OFFICE',
  GOVERNMENT_OFFICE: 'GOVERNMENT_OFFICE',
  LEGAL_OFFICE: 'LEGAL_OFFICE',
  FINANCE_BUREAU: 'FINANCE_BUREAU',
  SERVICE_CENTER: 'SERVICE_CENTER',
  GOVERNMENT: 'GOVERNMENT',
};

/** The body somebody acts for in a cycle: by role, and for JOINT_REVIEWER by agency; null for whoever acts for none. */
export function bodyOf(actor: { role: Role; agencyCode: string | null }, named: NamedBodies): ReviewBody | null {
  if (actor.role !== 'JOINT_REVIEWER') return BODY_OF_ROLE[actor.role] ?? null;
  return JOINT_REVIEWER_BODIES.find((body) => actor.agencyCode !== null && named[body] === actor.agencyCode) ?? null;
}
