import { task, type Profession } from './profession';

export const health = {
  laboratoryTechnician: {
    en: 'laboratory technician',
    fr: { masculine: 'technicien de laboratoire', feminine: 'technicienne de laboratoire' },
    studies: { en: 'biology or chemistry', fr: 'biologie ou chimie' },
    tasks: [
      task('prepare samples and solutions', 'préparer les échantillons et les solutions'),
      task('run analyses and check the results', 'réaliser les analyses et contrôler les résultats'),
      task('look after the equipment', 'entretenir le matériel'),
      task('write down protocols', 'consigner les protocoles'),
      task('manage the stock of reagents', 'gérer le stock de réactifs'),
    ],
    skills: ['biology', 'cellCulture', 'chemistry', 'microbiology', 'goodPractice', 'quality'],
  },
  clinicalResearchAssistant: {
    en: 'clinical research assistant',
    fr: { masculine: 'attaché de recherche clinique', feminine: 'attachée de recherche clinique' },
    studies: { en: 'life sciences', fr: 'sciences de la vie' },
    tasks: [
      task('check the files of clinical trials', "contrôler les dossiers d'essais cliniques"),
      task('visit the hospitals that take part', 'visiter les hôpitaux participants'),
      task('make sure that patients have given consent', "s'assurer du consentement des patients"),
      task('enter data and answer queries', 'saisir les données et répondre aux questions'),
      task('prepare inspections', 'préparer les inspections'),
    ],
    skills: ['clinicalTrials', 'biostatistics', 'goodPractice', 'dataProtection', 'english', 'writing'],
  },
  biomedicalEngineer: {
    en: 'biomedical engineer',
    fr: { masculine: 'ingénieur biomédical', feminine: 'ingénieure biomédicale' },
    studies: { en: 'biomedical engineering', fr: 'génie biomédical' },
    tasks: [
      task('keep the inventory of medical devices', "tenir l'inventaire des dispositifs médicaux"),
      task('prepare the purchase of equipment', "préparer l'achat d'équipements"),
      task('train care staff', 'former le personnel soignant'),
      task('follow maintenance contracts', 'suivre les contrats de maintenance'),
      task('test a new connected device', 'tester un nouvel appareil connecté'),
    ],
    skills: ['electronics', 'maintenance', 'quality', 'riskAnalysis', 'purchasing', 'english'],
  },
  dietitian: {
    en: 'dietitian',
    fr: { masculine: 'diététicien', feminine: 'diététicienne' },
    studies: { en: 'dietetics', fr: 'diététique' },
    tasks: [
      task('draw up balanced menus', 'composer des menus équilibrés'),
      task('adapt meals to allergies and treatments', 'adapter les repas aux allergies et aux traitements'),
      task('lead cooking workshops', 'animer des ateliers de cuisine'),
      task('follow patients with the care team', "suivre des patients avec l'équipe soignante"),
      task('check hygiene in the kitchen', "contrôler l'hygiène en cuisine"),
    ],
    skills: ['nutrition', 'foodHygiene', 'groupActivities', 'cooking', 'biostatistics', 'writing'],
  },
} satisfies Record<string, Profession>;
