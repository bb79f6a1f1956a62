"""The words of Google Scholar's own pages: menus, buttons, headings, notes."""

from __future__ import annotations

import re

OWN = (
    r"title|sort(?: ?by (?:citations|year|title))*|sortsort by citationssort by yearsort by title|cited by|year"
    r"|articles?|co-authors?|show (?:more|less)|citations(?: per year)?|(?:duplicate|merged) citations.*|follow(?:ing)?"
    r"|unfollow|new (?:articles|citations|results).*|email address for updates|done|sign in|get my own profile"
    r"|my (?:profile|library)|view all|all|since \d{4}|help|privacy|terms|h-index|i10-index|public access"
    r"|(?:not )?available|homepage|metrics|alerts|settings|advanced search|about scholar|search help|labs|export|delete"
    r"|merge|edit|cancel|back|ok|add|articles \d+[–-]\d+|\d+ articles?(?: (?:not )?available)?"
    r"|based on funding mandates|(?:view|add) co-authors|the following articles are merged.*"
    r"|their combined citations.*|this \W?cited by\W? count.*|the ones marked.*|loading(?:\.\.\.|…)?"
    r"|the system can't perform.*|verified email at .*|scholar|google scholar|case law|profiles?"
    r"|about [\d,]+ results.*|any time|since year|sort by (?:relevance|date)|custom range(?:\.\.\.|…)?|create alert"
    r"|any type|review articles|include (?:patents|citations)|page \d+ of .*|previous|next|related searches"
    r"|saved to my library|cookies?|we use cookies.*|accept(?: all)?|reject all"
)
"""What they say, in small letters."""

_TRANSLATED = (
    r"titel|(?:nach (?:zitationen|jahr|titel) )?sortieren|zitiert von|jahr|artikel|koautoren|mehr anzeigen|folgen|alle"
    r"|seit \d{4}|zitate|zitationen|datenschutz(?:erklärung)?|nutzungsbedingungen|hilfe|alle anzeigen|anmelden"
    r"|startseite"
    r"|(?:bestätigte )?e-mail-adresse (?:bestätigt )?bei .*|(?:eigenes|mein) profil erstellen|öffentlicher zugriff"
    r"|título|ordenar(?: por (?:citas|año|título|citações|ano))?|citado por|año|artículos?|coautores"
    r"|mostrar (?:más|mais)"
    r"|seguir|total|todos?|desde \d{4}|citas|índice (?:h|i10)|privacidad|términos|ayuda|ver todo|acceso público"
    r"|dirección de correo verificada (?:de|en) .*|crear mi perfil|iniciar sesión"
    r"|ano|artigos?|citações|privacidade|termos|ajuda|e-mail confirmado em .*|acesso público"
    r"|titre|trier(?: par (?:citations|année|titre))?|citée? par|année|coauteurs|afficher plus|suivre|s['’]abonner"
    r"|toutes"
    r"|depuis \d{4}|indice (?:h|i10)|confidentialité|conditions(?: d['’]utilisation)?|aide|tout afficher"
    r"|adresse e-mail validée de .*|créer mon profil|accès public|se connecter"
    r"|titolo|ordina(?: per .*)?|citata da|anno|articoli|coautori|mostra altro|segui|tutte|dal \d{4}|citazioni"
    r"|email verificata su .*|termini|guida|visualizza tutto|accesso pubblico"
    r"|标题|排序|引用次数|年份|文章|合著者|展开|关注|总计|\d{4} ?年至今|引用|(?:h|i10) ?指数|隐私权|条款|帮助"
    r"|查看全部|登录"
    r"|在 .* 的电子邮件经过验证|创建我的个人资料|公开的获取渠道"
    r"|タイトル|並べ替え|引用先|年|論文|共著者|もっと見る|フォロー|すべて(?:表示)?|\d{4} ?年以来|(?:h|i10) ?指標"
    r"|ヘルプ|規約"
    r"|プライバシー|確認したメール アドレス: .*|ログイン"
    r"|название|сортировать(?: по .*)?|процитировано|год|статьи|соавторы|показать ещ[её]|подписаться|все"
    r"|начиная с \d{4} г\.|статистика цитирования|(?:h|i10)-индекс|конфиденциальность|условия|справка|войти"
    r"|제목|정렬|연도|인용|팔로우|모두 보기|전체|서지정보|더보기|약관|도움말|로그인|학술자료.*|개인정보처리방침"
    r"|공동 저자|공개 액세스"
    r"|.*의 이메일 확인됨.*|내 (?:프로필|라이브러리)"
    r"|подтвержден адрес электронной почты в домене .*|просмотреть все"
)
"""What they say in other languages."""

_OWN = re.compile(f"{OWN}|{_TRANSLATED}")


def is_own(text: str) -> bool:
    """Whether a cell is the page's own."""
    return _OWN.fullmatch(text.casefold()) is not None
