"""Words that say nothing of a paper's subject: those between terms, and those that name none when they stand alone."""

from __future__ import annotations

BETWEEN = frozenset(
    """
    a about above across after again against all almost along already also although always am among an and another
    any are around as at away be became because become been before being below between both but by can cannot could
    despite did do does done due during each either else enough especially etc even ever every few first for from
    further had has have having he her here hence his how however i if in indeed instead into is it its itself just
    last least less let like made mainly make makes many may me might mine more moreover most much must my near
    nearly neither never no non nor not now of off often on once one only onto or other others our out over own per
    perhaps quite rather re really same second several shall she should since so some still such than that the their
    them then there thereby therefore these they third this those though three through throughout thus to together
    too toward towards two under until up upon us use used uses using usually various versus very via vs was we well
    were what when where whereas whether which while who whose why will with within without would yet you your four
    five six seven eight nine ten alphabetical hundreds thousands including reducing increasing producing produced
    achieve achieved achieves address addresses allow allows analyze apply applied based better beyond call called
    compare compared consider considered considering current demonstrate demonstrated describe described develop
    developed different discuss discussed effective efficient enable enables enabling exhibit existing explore
    explored exploring find finds following found general given give gives good great help high higher improve
    improved improves improving increase increased introduce introduced introduces investigate investigated known
    large larger lead leads learned learnt low lower main method methods new novel obtain obtained open part perform
    performs possible present presented presents previous promising propose proposed proposes provide provided
    provides providing recent recently related report reported require required requires revisited revisiting right
    show showed showing shown shows significant significantly simple single small start state-of-the-art studied
    suggest suggests take taking understand understanding unified useful wide work works zur zum eine einer eines
    einem einen der die das dem den des und oder fur für von mit im auf aus bei durch über zu ein nach als sich vom
    unter auch wird werden el la los las un una unos unas de del al y e o u en con por para sobre entre desde hasta
    como su sus se que es lo mediante segun según sin este esta estos estas uso usando basado basada basados basadas
    nuevo nueva hacia le les du au aux et ou dans par pour sur avec sans ses son sa ce cette ces qui d l une est
    vers chez il gli dei della delle dello nel nella tra fra di da ed che um uma os dos na nos nas pelo pela com em
    ao à às
    """.split()
)
"""Function words of the languages that lists are mostly in, and verbs and adjectives of every abstract."""

ALONE = frozenset(
    """
    english german french spanish italian portuguese russian chinese japanese korean arabic deutsch español français
    north south east west northern southern eastern western hemisphere hemispheres boundary boundaries material
    materials medium media medio medios yield yields separation reveal reveals revealed revealing
    ability able abstract access account accuracy accurate action active activity addition advance advanced
    advantage age agent aim algorithm algorithms amount analyse analyses analysis analytic analytical answer
    applicability application applications approach approaches april area art article aspect assessment assumption
    attempt author automated automatic average background basis behavior behaviour benchmark benefit best body book
    building capability case cases category cause challenge challenges change changes chapter characteristic
    characterization characterizing class classic close code collection combination common communication community
    comparative comparing comparison complete complex complexity component computation computational computer
    computing concept concepts condition conditions conference connection consequence constraint construction
    context contribution control correlation cost costs count course coverage creation data dataset datasets date
    day decision definition degree demand density dependence dependent description design designing desirable detail
    detailed detection determination development developments device difference difficulty dimension direction
    discussion distributed distribution domain dynamic dynamics early easy edition editor effect effects effort
    element end engineering environment equation error estimate estimating estimation evaluating evaluation event
    evidence evolution example examples exact experience experiment experimental experiments expert extended
    extension extensive factor factors fast feature features field fields final finding findings fine flexible focus
    form formal framework frameworks free full function functional functions fundamental future gap generalized
    generation generic global goal group groups guide handbook hard human idea identification identifying impact
    implementation implementing implication importance important improvement independent individual industrial
    influence information initial input insight integrated integration interaction interactive interest
    international introduction investigation issue issues item january february march june july august september
    october november december job key kind knowledge lack large-scale law learning lecture lessons letter level
    levels library light limit limitation limited line linear list literature local long machine magnitude
    management map mapping mathematical mathematics matter mean means measure measured measurement measurements
    mechanism mechanisms member minimum mode model modeling modelling models modern modification monitoring multiple
    name natural nature need next nonlinear note number object observation observations observed online operation
    operations operator opportunity optimal option order organization origin output overview page paper papers
    parallel parameter parameters particular past pattern patterns people performance period perspective phase
    phenomenon physical picture place plan platform point points policy population position potential power
    practical practice prediction predictions preliminary presence presentation principle probability problem
    problems procedure proceedings process processes processing product production program programme programming
    programs progress project projects proof properties property proposal prospect public purpose quality
    quantitative question questions random range rate rates ratio real real-time reason reduction reference regime
    region regional regular relation relations relationship relative reliable reply representation representations
    requirement research researcher resource resources response result results review robust role rule rules run
    sample sampling scale scales scenario scheme schemes school science scientific scope search section selection
    sense series service services set sets setting shape short side similar simulated simulation simulations site
    situation size software solution solutions solver solving source sources space spatial special specific speed
    standard start state statement static statistical statistics status step strategies strategy strong structural
    structure structures student students studies study style subject success suite summary support surface survey
    symposium synthesis system systems table target task tasks teaching technical technique techniques technologies
    technology temporal term terms test testing text theoretical theory thesis time times tool toolkit tools topic
    topics total tracking tradeoff training transactions transfer transformation trend trends true tutorial type
    types uncertainty unit update usage user users valid validation value values variable variables variant
    variation variety version versions view vision visual volume way ways weak web word workshop world year years
    analisis análisis aplicacion aplicación aplicaciones caso casos comparacion comparación desarrollo diseño diseno
    efecto efectos estudio estudios evaluacion evaluación implementacion implementación investigación investigacion
    metodo método metodos métodos modelo modelos proceso procesos proyecto proyectos propuesta resultados sistema
    sistemas tecnica técnica tecnicas técnicas trabajo relación relacion uso utilización anwendung anwendungen
    beitrag entwicklung ergebnisse methode methoden modell modelle untersuchung untersuchungen étude etude méthode
    modèle modele résultats système systeme
    """.split()
)
"""Words of every field: they may be part of a term ("language model"), but are none."""
