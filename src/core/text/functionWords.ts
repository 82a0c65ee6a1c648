/**
 * Small words that give a language away, none of them common in another language of the list. The others than Dutch and English
 * stand here so that a quotation or summary in them is not taken for one of these.
 */
export const FUNCTION_WORDS: Readonly<Record<'nl' | 'en' | 'de' | 'fr' | 'es' | 'it' | 'pl' | 'tr', string>> = {
  nl:
    'de het een en van voor zijn dat die niet aan om ook als bij wordt worden naar deze dit uit maar heeft hebben tussen ' +
    'door wij zij onze ons hun waar deze zodat moet moeten kunnen zullen welke daarbij hierbij wel geen meer over tot onder ' +
    'veel vanuit binnen omdat hoe wat ik u je jij hij ze er nog dan is met op te zich gaan werken samen zorg gemeente',
  en:
    'the and of to for that with this these those is are was were be been have has will would should their our its we they ' +
    'it from by on as at which not or can may must more than into who how what where when about through all any other a an ' +
    'you your there been also such between within',
  de:
    'der die das und ist nicht ein eine einen einem einer den dem des mit für auf von zu sich auch werden wird sind im ' +
    'zur zum bei nach durch über oder aus wir sie ihr wie dass als haben hat kann können diese dieser',
  fr:
    'le la les des du et est une un dans pour que qui sur par avec pas ne plus sont ce cette ces aux au leur leurs nous ' +
    'vous il elle ils elles être avoir ont comme mais où entre ainsi',
  es: 'el los las del y es una un en para que por con no se su sus al como más lo pero este esta estos entre ser son',
  it: 'il lo gli di che è della dei delle nel nella alla sono anche questo questa più come ai al dalla essere hanno',
  pl: 'i w z na do że się nie jest od dla przez lub oraz po przy tym które który która są być ich co jak ze',
  tr: 've bir bu için ile olarak olan da çok daha gibi kadar her sonra ne değil olduğu veya tarafından göre ya',
};
