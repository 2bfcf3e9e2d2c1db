"""What columns of payments are called further off, and in further European words.

Phrases are compared as `names.words_of` writes them. In scripts without spaces a word
also counts within a longer one: 金額 in 取引金額.
"""

from plait.formats.tables.names import phrases, words_of


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


BOOKED = phrases(
    "data rozliczenia|processed date|process date|date processed|completion time|completion date|settlement date|posting time"
    "|дата проводки|дата обработки|дата платежа|дата списания|дата проведения"
    "|дата проведення|дата на осчетоводяване|ημερομηνια καταχωρησης|fecha de asiento"
    "|tanggal posting|tanggal pembukuan|记账日期|入账日期|记账日|入账时间|計上日|記帳日"
)
DATED = phrases(
    "transaction creation date|transaction time|datum izvrsenja|datum transakcije"
    "|дата операции|дата|дата и время|дата транзакции|дата операції|дата і час операції"
    "|датум|дата на транзакция|ημερομηνια συναλλαγης|תאריך|תאריך עסקה|תאריך פעולה"
    "|日付|取引日|取引日時|お取引日|ご利用日|利用日|年月日|交易时间|交易日期|交易日|日期"
    "|交易時間|거래일시|거래일자|거래일|날짜|일시|이용일|ngay giao dich|ngay|tanggal"
    "|tanggal transaksi|tgl|tarikh|tarikh transaksi|วันที่|تاريخ العملية|التاريخ"
)
VALUED = phrases(
    "дата валютирования|вальор|ημερομηνια αξιας|valeur|תאריך ערך|יום ערך|起息日|起算日"
    "|tanggal valuta|tanggal efektif|ngay hieu luc|تاريخ القيمة"
)
AMOUNT = phrases(
    "monto|montante|quantia|сумма|сумма операции|сумма платежа|сума|износ|סכום|סכום חיוב"
    "|金額|取引金額|入出金|利用金額|金额|交易金额|发生额|금액|거래금액|이용금액|so tien"
    "|jumlah|nominal|mutasi|amaun|จำนวนเงิน|المبلغ"
)
MONEY_IN = phrases(
    "received amount|incoming|bijschrijving|ontvangst|abonos|depositos|deposito|entradas"
    "|encaissement|versamenti|entrata|gelen|yatan|indbetaling|innbetaling|tulo|wplyw"
    "|wplata|prijmy|pripsano|beerkezes|laekumine|iplaukos|incasare|приход|зачисление"
    "|поступление|кредит|доход|надходження|зарахування|прихід|постъпления|уплата|זכות"
    "|הכנסה|入金|お預り金額|お預かり金額|預入|お預入れ|收入|贷方|存入|转入|입금|입금액"
    "|맡기신금액|ghi co|tien vao|kredit|masuk|uang masuk|wang masuk|ฝาก|เงินเข้า|دائن|إيداع"
)
MONEY_OUT = phrases(
    "withdrawn|spending|outgoing|afschrijving|uitgave|cargos|retiros|retiro|saidas"
    "|decaissement|prelievi|uscita|giden|cekilen|udbetaling|utbetaling|meno|wydatek"
    "|wyplata|vydaje|odepsano|kifizetes|valjaminek|расход|списание|дебет|дебит|разход"
    "|витрата|списання|видаток|исплата|חובה|הוצאה|出金|お支払金額|支払金額|引出|お引出し|支出"
    "|借方|取出|转出|支取|출금|출금액|찾으신금액|ghi no|tien ra|debet|keluar|uang keluar"
    "|wang keluar|ถอน|เงินออก|مدين|سحب"
)
BALANCE = _words("остаток баланс залишок наличност салдо יתרה baki الرصيد sisa")
BALANCE_PHRASES = phrases("so du|残高|余额|餘額|잔액|ยอดคงเหลือ")
FEE = _words(
    "комиссия комиссии комісія комісіи такса 手数料 手续费 수수료 gebuehr gebuehren עמלה biaya phi"
)
NO_AMOUNT = _words(
    "cashback bonus miles mil puan reward rewards кэшбэк кешбек кешбеку курс レート 汇率"
)
DIRECTION = phrases(
    "收 支|收支|借贷标志|入出金区分|입출금구분|προσημο ποσου|tipo|tipe|jenis|d k|natureza"
    "|тип операции"
)
OF_THE_ACCOUNT = _words("счета карты рахунку картки")
FOREIGN_STEMS = ("海外", "外貨", "иностр", "ориг", "izvorn", "izvirn", "asing", "ξεν")
CURRENCY = phrases(
    "валюта|νομισμα|מטבע|通貨|币种|货币|통화|loai tien|mata uang|mata wang|العملة|munteenheid"
)
COUNTERPARTY = phrases(
    "empfaenger|zahlungsempfaenger|other party name|other party|buyer name|name of sender receiver|sender receiver"
    "|paid to|контрагент|получатель|отправитель|плательщик|отримувач|платник|αντισυμβαλλομενος"
    "|δικαιουχος|שם בית העסק|בית עסק|שם מוטב|取引先|振込先|支払先|利用店名|交易对方|对方户名"
    "|对方名称|商户名称|交易對方|상대방|거래처|가맹점|보낸분 받는분|nguoi nhan|doi tac|penerima"
    "|pengirim"
)
PARTY_STEMS = (
    *("contragen", "kontragen", "контраген", "получател", "плательщ", "отправител"),
    *("отримувач", "платник", "αντισυμβαλλ", "δικαιουχ", "odesilat", "prijemc"),
    *("sender", "buyer", "udelezen", "nalogodav", "expediteur", "emetteur"),
)
NOT_A_NAME = _words("id code username handle reference ref мфо счет рахунок racun 账号")
DESCRIPTION = phrases(
    "detalhes|detalle|detalles|dettagli|dettaglio|glosa|описание|описание операции"
    "|назначение платежа|основание|детали|опис операції|деталі операції|опис"
    "|призначення платежу|περιγραφη|αιτιολογια|תיאור|פרטים|תיאור פעולה|הפעולה|摘要|取引内容"
    "|内容|商品说明|商品|交易摘要|用途|적요|기재내용|거래내용|내용|noi dung|dien giai|mo ta"
    "|keterangan|deskripsi|uraian|rincian|butiran|รายการ|รายละเอียด|البيان|الوصف"
)
NO_TEXT = _words(
    "категория категорія статус тип вид mcc cabang branch jenis tipe tipo natureza rodzaj"
    " vrsta tip τυπος κατάστημα 交易分类 交易类型 支付方式 当前状态 交易状态 支払い区分"
    " 取引方法 利用国 거래구분 거래점 거래유형 payout"
)
STATUS = phrases(
    "статус|состояние|статус операции|状态|交易状态|当前状态|ステータス|상태|סטטוס|trang thai"
    "|κατασταση|transaction status"
)
LINE_ID = phrases("receipt no|交易单号|交易订单号|取引番号|номер операции")
# Who holds an account: oneself, unless there are many of them.
HOLDER = phrases(
    "account holder|holder|kontoinhaber|rekeninghouder|titular|titulaire|intestatario"
    "|account owner|owner|innehavare|kontohaver|posiadacz"
)
