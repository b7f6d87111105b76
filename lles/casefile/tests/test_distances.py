"""Words that say how far or how near somewhere is are known, and words that only sound like it are not."""

import pytest

from lles.casefile.rules.distances import tells_how_far

POINTING = """
She lives five miles from his parents.
The flat is two miles from the school.
Their home is 12 miles away.
It is 3.5 miles to the contact centre.
He would have a drive of 40 miles.
The mother moved fifteen kilometres away.
It is about 20 km from the court.
The house is a few hundred yards from the park.
It is 200 metres from the bus stop.
They live a couple of miles outside the town.
She is ten minutes away by car.
The nursery is a ten-minute walk from home.
It is a 20 minute drive.
The journey is twenty minutes by bus.
Her mother is five minutes from her.
School is half an hour away.
It is half an hour's drive from where he lives.
He is an hour away.
It takes two hours by train to reach her.
The new home is 45 minutes from Wrexham.
It is fifteen minutes on foot.
She lives near her sister.
They are living close to the river.
The family home is opposite the church.
The children's school is near the leisure centre.
She moved next door to her aunt.
He lives round the corner.
Her new house is not far from the old one.
It is within walking distance of the school.
They live on the same estate.
Both live in the same village.
She works close to the hospital.
The grandmother lives across the road.
She lives just down the road from him.
The flat is behind the supermarket.
Mae hi'n byw pum milltir o'i rieni.
Mae'r fflat ddwy filltir o'r ysgol.
Mae eu cartref 12 milltir i ffwrdd.
Mae'n 20 cilometr o'r llys.
Mae'r tŷ ychydig lathenni o'r parc.
Mae hi ddeg munud i ffwrdd mewn car.
Mae'r feithrinfa ddeg munud ar droed o'i chartref.
Mae'n daith o ugain munud ar y bws.
Mae'r ysgol hanner awr i ffwrdd.
Mae'n 45 munud o'r hen gartref.
Mae hi'n byw ger ei chwaer.
Maent yn byw yn agos at yr afon.
Mae cartref y teulu gyferbyn â'r eglwys.
Symudodd hi drws nesaf i'w modryb.
Mae o'n byw rownd y gornel.
Mae o fewn pellter cerdded i'r ysgol.
Maent yn byw ar yr un ystad.
Mae'r ddau yn byw yn yr un pentref.
Mae'r nain yn byw dros y ffordd.
Mae'r tŷ newydd heb fod ymhell o'r hen un.
Mae'r ysgol wrth ymyl y ganolfan hamdden.
""".strip().splitlines()
CLEAN = """
The handover took twenty minutes.
The call lasted 45 minutes.
He waited for two hours and nobody came.
She was ten minutes late.
The children spend two hours with him each Saturday.
He rang five times in an hour.
The first hearing is in three weeks.
She has lived there for six months.
He was away for a few days.
They have been apart for two years.
The contact was for half an hour, supervised.
She asked for a break of ten minutes.
He came within minutes of the call.
The child is close to her grandmother.
They are a close family.
There was a near miss with the car.
She said that he was nearly asleep.
He turned the conversation round.
The next hearing is on 4 March.
He left ten minutes from the end.
The home visit was near the end of the week.
She is away from work for two hours a day.
He was ten miles an hour over the limit.
Both parents said the same thing.
The same concern was raised by the school.
He followed her home.
She moved house in March.
The children are at school from nine to three.
He drives a lorry and works nights.
The police were called three times.
It went a long way to reassure her.
There is some distance between the parents' accounts.
He lives with his partner and her son.
She lives with her parents.
Her work begins at seven.
The nursery opens at eight.
There are 12 incidents on the log.
He has 2 convictions from 2019.
She weighs 40 kg.
The parents can talk across a table now.
He stood behind his words.
They meet opposite views with respect.
It was over the weekend.
He looked down and said nothing.
Parhaodd y sgwrs ugain munud.
Arhosodd am ddwy awr ac ni ddaeth neb.
Roedd hi ddeg munud yn hwyr.
Mae'r plant yn treulio dwy awr gydag ef bob dydd Sadwrn.
Ffoniodd bum gwaith mewn awr.
Mae'r gwrandawiad cyntaf ymhen tair wythnos.
Mae hi'n byw yno ers chwe mis.
Buont ar wahân am ddwy flynedd.
Mae'r plentyn yn agos at ei nain.
Maent yn deulu agos.
Dywedodd y ddau riant yr un peth.
Symudodd hi ym mis Mawrth.
Mae'n byw gyda'i rhieni.
Mae'r ysgol yn dechrau am naw.
Galwyd yr heddlu dair gwaith.
Mae ei gwaith yn dechrau am saith.
""".strip().splitlines()
LEAST, MOST_WRONG = 0.95, 0.10


def test_it_knows_nearly_all_words_that_point() -> None:
    missed = [one for one in POINTING if not tells_how_far(one)]
    assert len(missed) <= (1 - LEAST) * len(POINTING), missed


def test_it_warns_of_few_that_do_not() -> None:
    wrong = [one for one in CLEAN if tells_how_far(one)]
    assert len(wrong) <= MOST_WRONG * len(CLEAN), wrong


@pytest.mark.parametrize("text", ["She lives FIVE  MILES away.", "It’s half an hour’s drive."])
def test_it_reads_words_as_people_write_them(text: str) -> None:
    assert tells_how_far(text)
