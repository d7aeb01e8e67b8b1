/** Who applied (申请人), as protected data; null: not told, or erased. */
export interface Applicant {
  name: string | null;
  idNumber: string | null;
  contact: string | null;
}

/** As everybody sees it who is neither the handling agency nor supervision: who knows it recognises it, nobody learns it. */
export const maskApplicant = ({ name, idNumber, contact }: Applicant): Applicant => ({
  name: name === null ? null : `${[...name][0] ?? ''}**`,
  idNumber: idNumber === null ? null : '******',
  contact: contact === null ? null : '******',
});
