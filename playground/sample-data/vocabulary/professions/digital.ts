import { task, type Profession } from './profession';

const computerScience = { en: 'computer science', fr: 'informatique' };

export const digital = {
  webDeveloper: {
    en: 'web developer',
    fr: { masculine: 'développeur web', feminine: 'développeuse web' },
    studies: computerScience,
    tasks: [
      task('build new features of our customer area', 'développer de nouvelles fonctionnalités de notre espace client'),
      task('write automated tests and review code', 'écrire des tests automatisés et relire du code'),
      task('make our pages faster and more accessible', 'rendre nos pages plus rapides et plus accessibles'),
      task('maintain the API used by our mobile application', "maintenir l'API utilisée par notre application mobile"),
      task('document technical choices for the team', "documenter les choix techniques pour l'équipe"),
    ],
    skills: ['javascript', 'typescript', 'react', 'vue', 'node', 'php', 'git', 'testing', 'accessibility', 'sql'],
  },
  mobileDeveloper: {
    en: 'mobile developer',
    fr: { masculine: 'développeur mobile', feminine: 'développeuse mobile' },
    studies: computerScience,
    tasks: [
      task(
        'develop screens of our Android and iOS application',
        'développer des écrans de notre application Android et iOS',
      ),
      task('fix the bugs that users report', 'corriger les anomalies signalées par les utilisateurs'),
      task('set up tests on real devices', 'mettre en place des tests sur de vrais appareils'),
      task('prepare the releases on the app stores', "préparer les mises en ligne sur les magasins d'applications"),
      task('reduce battery and data use', 'réduire la consommation de batterie et de données'),
    ],
    skills: ['kotlin', 'swift', 'java', 'git', 'testing', 'agile', 'figma', 'accessibility'],
  },
  dataAnalyst: {
    en: 'data analyst',
    fr: { masculine: 'analyste de données', feminine: 'analyste de données' },
    studies: { en: 'statistics or data science', fr: 'statistique ou science des données' },
    tasks: [
      task(
        'collect and clean data from several departments',
        'collecter et nettoyer les données de plusieurs services',
      ),
      task('build dashboards for managers', 'construire des tableaux de bord pour les responsables'),
      task('study how customers use our services', "étudier l'usage que les clients font de nos services"),
      task('automate monthly reports', 'automatiser les rapports mensuels'),
      task('present your findings to people who are not specialists', 'présenter vos résultats à des non-spécialistes'),
    ],
    skills: ['sql', 'python', 'r', 'statistics', 'dataVisualisation', 'powerBi', 'excel', 'machineLearning'],
  },
  machineLearningEngineer: {
    en: 'machine learning engineer',
    fr: { masculine: 'ingénieur en apprentissage automatique', feminine: 'ingénieure en apprentissage automatique' },
    studies: { en: 'applied mathematics or computer science', fr: 'mathématiques appliquées ou informatique' },
    tasks: [
      task('train and compare prediction models', 'entraîner et comparer des modèles de prédiction'),
      task('build data sets of good quality', 'constituer des jeux de données de qualité'),
      task(
        'put a model into production with the technical team',
        "mettre un modèle en production avec l'équipe technique",
      ),
      task('watch how models behave over time', 'surveiller le comportement des modèles dans la durée'),
      task('read research papers and share what you learn', 'lire des articles de recherche et partager vos lectures'),
    ],
    skills: ['python', 'machineLearning', 'statistics', 'docker', 'sql', 'git', 'cpp', 'aws'],
  },
  securityAnalyst: {
    en: 'cybersecurity analyst',
    fr: { masculine: 'analyste en cybersécurité', feminine: 'analyste en cybersécurité' },
    studies: { en: 'computer security', fr: 'sécurité des systèmes informatiques' },
    tasks: [
      task('analyse security alerts', 'analyser les alertes de sécurité'),
      task('take part in penetration tests', "participer à des tests d'intrusion"),
      task('keep the map of risks up to date', 'tenir à jour la cartographie des risques'),
      task('make colleagues aware of phishing', "sensibiliser les collègues à l'hameçonnage"),
      task('check the access rights of our applications', "contrôler les droits d'accès de nos applications"),
    ],
    skills: ['security', 'pentest', 'networks', 'linux', 'python', 'riskAnalysis', 'dataProtection'],
  },
  systemsAdministrator: {
    en: 'systems administrator',
    fr: { masculine: 'administrateur systèmes', feminine: 'administratrice systèmes' },
    studies: { en: 'systems and networks', fr: 'systèmes et réseaux' },
    tasks: [
      task('install and monitor servers', 'installer et superviser des serveurs'),
      task('automate deployments', 'automatiser les déploiements'),
      task('answer requests from users', 'répondre aux demandes des utilisateurs'),
      task('test backups and recovery', 'tester les sauvegardes et leur restauration'),
      task('write procedures for the team', "rédiger des procédures pour l'équipe"),
    ],
    skills: ['linux', 'networks', 'docker', 'kubernetes', 'aws', 'userSupport', 'security', 'python'],
  },
  uxDesigner: {
    en: 'UX designer',
    fr: { masculine: 'concepteur UX', feminine: 'conceptrice UX' },
    studies: { en: 'interaction design', fr: "design d'interaction" },
    tasks: [
      task('interview users about their habits', 'interroger des utilisateurs sur leurs usages'),
      task('design prototypes and test them', 'concevoir des prototypes et les tester'),
      task('improve the sign-up process', "améliorer le parcours d'inscription"),
      task('extend our design system', 'enrichir notre système de design'),
      task('work every day with the developers', 'travailler chaque jour avec les développeurs'),
    ],
    skills: ['figma', 'userResearch', 'prototyping', 'accessibility', 'typography', 'analytics'],
  },
} satisfies Record<string, Profession>;
