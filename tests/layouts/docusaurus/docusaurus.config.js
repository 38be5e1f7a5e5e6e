module.exports = { title: 'Reading room', i18n: { defaultLocale: 'en', locales: ['en', 'ja'] } };
