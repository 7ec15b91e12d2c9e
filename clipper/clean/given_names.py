# ruff: noqa: E501
"""Given names, frequent ones of many countries: data only. Tells "Julia Gralberg" from "Press Centre" where nothing
else does; a name that is missing here is only a little less sure.
"""

from __future__ import annotations

from clipper.clean.text import word_set

GIVEN_NAMES = word_set(
    """
    aaron abby abdul abigail adam adrian adrien agnes ahmad ahmed aidan aisha akira alan alana albert alberto alejandra alejandro
    aleksandr alessandra alessandro alessia alex alexa alexander alexandra alexandre alexandru alexei alexis alfred alfredo ali
    alice alicia alina alison allan allen allison alyssa amalia amanda amber amelia amelie amir amit amy ana anastasia anders andre
    andrea andreas andrei andres andrew andrzej andy angel angela angelika angelina anika anil anita anja ann anna annabelle anne
    annelies annette annika anthony anton antonia antonio anu anwar april arjun arne arnold arthur arturo ashley ashok astrid aude
    audrey aurelie austin ava axel ayse barbara barry bart beate beatrice beatriz becky bella ben benedikt benjamin bernard bernd
    bernhard berta beth bethany betty bianca bill birgit bjorn bob bogdan boris brad bradley brandon brenda brendan brent brett brian
    brianna bridget brittany brooke bruce bruno bryan caitlin caleb callum calvin cameron camila camilla camille cara carina carl
    carla carlos carmen carol carolin carolina caroline carolyn carrie carsten casey cassandra cassidy catalina caterina catherine
    cathy cecilia cecile celeste celia celine chad chantal charles charlie charlotte chelsea chen cheryl chloe chris christa christian
    christiane christina christine christoph christopher christy cindy claire clara claudia claudio claus clemens cliff clive cody
    colin colleen conor connor conrad constanze corey corinna corinne cornelia cosima courtney craig cristian cristina crystal curtis
    cynthia dagmar daisy dale damian damien dan dana daniel daniela danielle danny daria darren dave david dawn dean debbie deborah
    debra denis denise dennis derek deepak diana diane diego dieter dietmar dimitri dirk dmitri dmitry dominic dominik dominique don
    donald donna dora doris dorothea dorothy doug douglas duncan dustin dylan ed eddie edgar edith eduardo edward edwin eileen elaine
    elena eleanor eleonora eli elias elisa elisabeth elise eliza elizabeth ella elle ellen ellie elliot elliott elsa emanuel emil
    emilia emilie emily emma emmanuel enrico enrique eric erica erich erik erika erin ernst esteban esther ethan etienne eugen eugene
    eva evan evelyn fabian fabio fabrice fatima federica federico felicitas felipe felix ferdinand fernanda fernando fiona florence
    florian floriane fran frances francesca francesco francis francisco francois frank franz franziska fred frederic frederick frederik
    friedrich fritz gabriel gabriela gabriele gabriella gareth gary gavin gemma geoff geoffrey george georg georgia georgina gerald
    gerard gerd gerhard germaine gerrit gianluca gina giorgia giorgio giovanna giovanni gisela giulia giuseppe glen glenn gloria
    gonzalo gordon grace graham greg gregor gregory greta guido guillaume guillermo gunnar gunter gustav guy hana hannah hanna hannes
    hans harald harold harriet harris harry hartmut hasan hassan hazel heather hector heidi heike heiko heinrich heinz helen helena
    helene helga helmut hendrik henning henri henrik henry herbert hermann hilary hiroshi holger holly horst howard hubert hugh hugo
    hussein ian ibrahim ida ignacio igor ildiko ilona ilse ina ines inga inge ingo ingrid ira irena irene irina irma isaac isabel
    isabella isabelle ivan ivana ivo jack jackie jackson jacob jacqueline jacques jaime jake jakob jakub jamal james jamie jan jana
    jane janet janice janina janine jannik jason javier jay jayne jean jeanne jeff jeffrey jennifer jenny jens jeremy jerome jerry
    jesse jessica jessie jesus jill jim jimmy jo joachim joan joana joann joanna joanne joao joaquin jochen jody joe joel johan johann
    johanna johannes john johnny jon jonas jonathan jordan jorg jorge jose josef josefine joseph josephine josh joshua jose joy joyce
    juan juana juanita judith judy jukka jule julia julian juliana juliane julie julien juliet julio julius june jurgen justin jutta
    kai kaja karen karin karina karl karla karolina karoline karsten katarina katarzyna kate katerina katharina katherine kathleen
    kathrin kathryn kathy katie katja katrin kay kayla keith kelly kelsey ken kenji kenneth kerry kerstin kevin khaled kim kimberly
    kira kirsten kirsty klaus klara knut konrad konstantin krista kristen kristian kristin kristina kristy krystyna krzysztof kurt kyle
    lara larry lars laura lauren laurence laurent lawrence lea leah lee leila lena lennart leo leon leona leonard leonardo leonie leslie
    lewis li liam lidia lilian lillian lily lina linda lindsay lindsey lisa liz lizzie lloyd logan lois lorena lorenzo loretta lori lorraine
    lothar lou louis louisa louise lourdes luc luca lucas lucia lucie lucy ludwig luigi luis luisa luise lukas luke lutz lydia lyn lynn
    mackenzie madeleine madison magda magdalena maggie maja makoto malcolm malte mandy manfred manoj manuel manuela mara marc marcel
    marcelo marcin marco marcos marcus margaret margarita margherita margit margot margret mari maria mariam marian mariana marianne
    marie marijke marika marina mario marion marisa marius marjorie mark marko markus marlene marta martha martin martina marty mary
    massimo mateo mathias mathieu mathilde matias matilda matt matteo matthew matthias matthieu maureen maurice mauricio mauro max
    maxim maxime maximilian maya megan mehmet meike mel melanie melinda melissa mercedes meredith mia micah michael michaela michal
    michel michele michelle miguel mika mike mikael mikhail milan mila milena mina minh miranda mira miriam mirjam mitch mohamed
    mohammad mohammed moira molly mona monica monika monique morgan moritz muhammad mustafa myriam nadia nadine nadja nancy naomi
    natalia natalie natasha nate nathalie nathan nathaniel neal neha neil nellie nelson niall nicholas nick nico nicola nicolas nicole
    nigel nikita nikolai nikolas nikolaus nils nina nino noah noam noel noelle nora norbert norma norman ola olaf oleg olga oliver
    olivia olivier omar oscar oskar otto owen pablo paige pam pamela paola paolo pascal pat patricia patricio patrick patrizia patty paul
    paula pauline pavel pedro peggy penelope penny per perry peter petra phil philip philipp philippe phillip phoebe phyllis pia pierre
    pilar piotr polly priya rachael rachel rafael rahul raimund rainer raj rajesh ralf ralph ramon ramona randy raphael raquel raul
    ravi ray raymond rebecca regina reinhard rene renata renate ricardo riccardo richard rick ricky rita rob robbie robert roberta
    roberto robin rocio rod roderick rodney rodrigo roger roland rolf roman romina ron ronald ronny rosa rosalie rosalind rose rosemary
    rosie ross roy ruben rudolf rudy rupert russ russell ruth ryan sabina sabine sabrina sally salvador sam samantha samir samuel sandra
    sandy sanjay santiago sara sarah sascha sasha scott sean sebastian selina serena serge sergei sergey sergio shane shannon sharon
    shaun shawn sheila shelley sheri shirley shreya sibylle sidney siegfried sigrid silke silvia simon simona simone sina sofia sofie
    sonia sonja sophia sophie spencer stacey stacy stan stanley stefan stefania stefanie steffen stella stephan stephanie stephen steve
    steven stewart stine stuart sue suhail sunil susan susanna susanne suzanne sven svenja svetlana sylvia sylvie tamara tania tanja
    tanya tara tatiana ted teresa terence terry tessa thao theo theodor theresa therese thierry thilo thomas thorsten tia tiffany till
    tilman tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tonia tony torben torsten tracey tracy travis trevor
    tricia tristan trond troy tyler ulf ulrich ulrike umberto ursula ute uwe valentin valentina valeria valerie vanessa vera verena
    veronica veronika vicki vicky victor victoria vijay viktor viktoria vincent vincenzo viola violetta virginia vivian vivien vladimir
    volker walter wanda wayne wei wendy werner wes wesley whitney wiebke wilfried wilhelm will willem william willy winfried wojciech
    wolf wolfgang xavier yannick yara yasmin yasmine yolanda yuki yulia yuri yusuf yves yvette yvonne zachary zara zoe zoltan
    jürgen jörg günter günther björn söhnke sönke rené andré françois jérôme jérémy frédéric stéphane stéphanie hélène sébastien
    mélanie aurélie amélie cécile céline élodie éric étienne thérèse chloé zoé josé jesús andrés martín tomás nicolás sofía lucía maría
    mónica verónica ángel ángela óscar raúl rubén álvaro iñigo iván joão antónio luís inês mário sérgio cátia ricardo łukasz paweł michał
    małgorzata zbigniew grzegorz jarosław mariusz agnieszka joanna mehmet ayşe fatma emre burak özge gökhan çağla zeynep elif
    αλέξανδρος αντώνης γιάννης γιώργος δημήτρης ελένη κατερίνα κώστας μαρία νίκος παναγιώτης σοφία χρήστος
    александр александра алексей алина алла анастасия анатолий андрей анна антон артем борис вадим валентина валерий василий вера
    виктор виктория виталий владимир владислав галина георгий григорий даниил дарья денис дмитрий евгений евгения егор екатерина елена
    елизавета иван игорь илья инна ирина кирилл константин ксения лариса леонид любовь людмила максим маргарита марина мария михаил
    надежда наталья наталия никита николай нина оксана олег ольга павел пётр петр полина роман руслан светлана сергей софия станислав
    степан татьяна тимур ульяна федор юлия юрий яна ярослав андрій олександр олексій сергій дмитро євген ігор володимир микола михайло
    тетяна олена ірина наталія юлія катерина богдан тарас остап петро павло
    """
)
"""In lower case."""
