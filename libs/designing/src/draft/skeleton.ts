/** A definition to fill in: what is empty in it is found missing. */
export function skeleton(code: string): string {
  return `code: "${code}"
title: { vi: "", en: "", fr: "" }
field: ""
authority: commune
route: filingPlace
online: full
assurance: 1
applicants: [citizen]

deadline: { workingDays: 5, onSupplement: restart }

fee: { amountDong: 0 }

papers: []

form:
  pages:
    - id: filing-place
      title: { vi: Nơi nộp hồ sơ, en: Where to file, fr: Lieu de dépôt }
      fields:
        - { id: filingPlace, type: address, label: { vi: nơi nộp hồ sơ, en: where to file, fr: lieu de dépôt }, detail: none }
    - id: applicant
      title: { vi: Người nộp hồ sơ, en: The applicant, fr: Le demandeur }
      fields:
        - type: person
          id: applicant
          parts: [name, birthDate, idNumber, residence]
          prefill: person

workflow: standard

result:
  title: { vi: "", en: "", fr: "" }

sources: []
assumptions: []
`;
}
