import { defineConfig } from 'vitepress'
import { basics } from './pages'

const nav: ThemeConfig['nav'] = [{ text: 'More', link: '/more' }]

export default defineConfig({
  title: '貸出案内',
  srcDir: 'src',
  themeConfig: {
    nav,
    sidebar: {
      '/guide/': [
        { text: '基本', items: basics },
      ],
    },
  },
})
