import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { DecisionDocument } from '../rules/adjustments/grounds';

/** Adds the decision document, as it is read and as it is sent. */
export function addDecisionDocument(builder: HubBuilder<CatalogContext>) {
  const Document = builder.objectRef<DecisionDocument>('DecisionDocument').implement({
    description: 'The decision (决定文件) that something was done by.',
    fields: (t) => ({
      title: t.exposeString('title', { description: 'Title (标题).' }),
      number: t.exposeString('number', { nullable: true, description: 'Document number (文号), e.g. `并政办发〔2014〕52号`.' }),
      date: t.expose('date', { type: 'Date', description: 'Day of the decision.' }),
    }),
  });
  const DocumentInput = builder.inputType('DecisionDocumentInput', {
    description: 'The decision (决定文件) that something is done by.',
    fields: (t) => ({
      title: t.string({ required: true, description: 'Title (标题).' }),
      number: t.string({ description: 'Document number (文号).' }),
      date: t.field({ type: 'Date', required: true, description: 'Day of the decision.' }),
    }),
  });
  return { Document, DocumentInput };
}
export type DecisionDocumentTypes = ReturnType<typeof addDecisionDocument>;
