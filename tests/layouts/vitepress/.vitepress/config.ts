import { defineConfig } from 'vitepress'

const nav: ThemeConfig['nav'] = [{ text: 'More', link: '/more' }]

export default defineConfig({
  title: '貸出案内',
  srcDir: 'src',
  themeConfig: {
    nav,
    sidebar: {
      // the order of readers
      '/guide/': [
        { text: '基本', items: [{ text: '借りる', link: '/guide/borrow' }, { text: '返す', link: '/guide/return' }] },
      ],
    },
  },
})
