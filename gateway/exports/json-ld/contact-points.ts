import type { ExportedGuide } from '../exported-item';
import type { Iris } from './iris';
import { type Node, said } from './node';

type Contact = Pick<ExportedGuide, 'venues' | 'enquiryPhone'> & { supervisionPhone: string | null };

/** Where to ask and to complain: phones of offices and the venues (办理地点) with their hours, never a person's. */
export function contactPoints(iris: Iris, itemCode: string, { venues, enquiryPhone, supervisionPhone }: Contact): Node[] {
  const point = (kind: string, node: Partial<Node>): Node => said({ '@id': `${iris.item(itemCode)}#${kind}`, '@type': 'ContactPoint', ...node });
  return [
    ...(enquiryPhone === null ? [] : [point('enquiry', { label: '咨询', telephone: enquiryPhone })]),
    ...(supervisionPhone === null ? [] : [point('supervision', { label: '监督', telephone: supervisionPhone })]),
    ...venues.map(({ name, address, hours }, index) => {
      const iri = iris.part(itemCode, 'venue', index + 1);
      return said({
        '@id': iri,
        '@type': 'ContactPoint',
        label: name,
        address: address === null ? null : { '@id': `${iri}-address`, '@type': 'Address', fullAddress: address },
        openingHours: hours === null ? null : { '@id': `${iri}-hours`, '@type': 'TemporalEntity', description: hours },
      });
    }),
  ];
}
