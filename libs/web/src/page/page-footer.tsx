import { DrumStar } from './drum-star.js';
import { useTexts } from './page-language.js';
import type { PageProps } from './page-props.js';
import { type Skin, skins } from './skins.js';

/** Whose site this is and where to find help. */
export function PageFooter({ page, skin }: { page: PageProps; skin: Skin }) {
  const t = useTexts();
  return (
    <footer class="shell-footer">
      <div class="shell-width shell-footer__row">
        <p class="shell-footer__name">
          <DrumStar class="drum-star drum-star--small" />
          {t(skins[skin].name)}
        </p>
        {page.footerLinks?.length ? (
          <nav aria-label={t('footerNavigation')}>
            <ul>
              {page.footerLinks.map((link) => (
                <li>
                  <a href={link.href}>{link.text}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </footer>
  );
}
