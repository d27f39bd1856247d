import { task, type Profession } from './profession';

export const communication = {
  communicationOfficer: {
    en: 'communications officer',
    fr: { masculine: 'chargé de communication', feminine: 'chargée de communication' },
    studies: { en: 'communication', fr: 'communication' },
    tasks: [
      task(
        'write articles for our website and our newsletter',
        'rédiger des articles pour notre site et notre lettre interne',
      ),
      task('prepare events with our partners', 'préparer des événements avec nos partenaires'),
      task('keep the editorial calendar', 'tenir le calendrier éditorial'),
      task('answer journalists', 'répondre aux journalistes'),
      task('measure what our campaigns achieve', "mesurer l'effet de nos campagnes"),
    ],
    skills: ['copywriting', 'press', 'eventPlanning', 'socialMedia', 'proofreading', 'photoshop', 'english'],
  },
  marketingAssistant: {
    en: 'digital marketing assistant',
    fr: { masculine: 'assistant marketing numérique', feminine: 'assistante marketing numérique' },
    studies: { en: 'marketing', fr: 'marketing' },
    tasks: [
      task('prepare email campaigns', "préparer des campagnes d'e-mailing"),
      task('follow online advertising and its budget', 'suivre la publicité en ligne et son budget'),
      task('improve our place in search engines', 'améliorer notre place dans les moteurs de recherche'),
      task('study our competitors', 'étudier nos concurrents'),
      task('report results every week', 'rendre compte des résultats chaque semaine'),
    ],
    skills: ['seo', 'advertising', 'analytics', 'emailing', 'copywriting', 'crm', 'excel'],
  },
  communityManager: {
    en: 'community manager',
    fr: { masculine: 'animateur de communautés en ligne', feminine: 'animatrice de communautés en ligne' },
    studies: { en: 'communication or marketing', fr: 'communication ou marketing' },
    tasks: [
      task('publish on our social networks every day', 'publier chaque jour sur nos réseaux sociaux'),
      task('answer comments and messages', 'répondre aux commentaires et aux messages'),
      task('shoot and edit short videos', 'tourner et monter de courtes vidéos'),
      task('find people who like our brand', 'repérer des personnes qui aiment notre marque'),
      task('follow the audience figures', "suivre les chiffres d'audience"),
    ],
    skills: ['socialMedia', 'copywriting', 'photography', 'videoEditing', 'storytelling', 'analytics'],
  },
  graphicDesigner: {
    en: 'graphic designer',
    fr: { masculine: 'graphiste', feminine: 'graphiste' },
    studies: { en: 'graphic design', fr: 'design graphique' },
    tasks: [
      task(
        'design posters, leaflets and visuals for the web',
        'créer des affiches, des dépliants et des visuels pour le web',
      ),
      task('lay out our annual report', 'mettre en page notre rapport annuel'),
      task('prepare files for printing', "préparer les fichiers pour l'impression"),
      task('renew our visual identity with the team', "renouveler notre identité visuelle avec l'équipe"),
      task('draw pictograms and illustrations', 'dessiner des pictogrammes et des illustrations'),
    ],
    skills: ['photoshop', 'illustrator', 'indesign', 'typography', 'figma', 'photography'],
  },
  videoEditor: {
    en: 'video editor',
    fr: { masculine: 'monteur vidéo', feminine: 'monteuse vidéo' },
    studies: { en: 'film and audiovisual media', fr: 'audiovisuel' },
    tasks: [
      task('edit reports and interviews', 'monter des reportages et des interviews'),
      task('clean up the sound and add subtitles', 'nettoyer le son et ajouter des sous-titres'),
      task('take part in shootings', 'participer aux tournages'),
      task('animate titles and graphics', "animer des titres et de l'infographie"),
      task('archive the footage', 'archiver les rushes'),
    ],
    skills: ['videoEditing', 'premiere', 'afterEffects', 'soundEditing', 'storytelling', 'photography'],
  },
  journalist: {
    en: 'editorial assistant',
    fr: { masculine: 'assistant de rédaction', feminine: 'assistante de rédaction' },
    studies: { en: 'journalism', fr: 'journalisme' },
    tasks: [
      task('look for topics and check sources', 'rechercher des sujets et vérifier les sources'),
      task('conduct interviews on site and by phone', 'conduire des entretiens sur place et par téléphone'),
      task('write short news and portraits', 'écrire des brèves et des portraits'),
      task('choose pictures and write captions', 'choisir des images et rédiger des légendes'),
      task('reread articles before they are published', 'relire les articles avant leur parution'),
    ],
    skills: ['interviewing', 'proofreading', 'copywriting', 'photography', 'storytelling', 'english', 'spanish'],
  },
} satisfies Record<string, Profession>;
