// swift-format-ignore-file
import Chronicle
import Chronology

/// A ledger of one ambassador's article, as careful readers made it: 56 events of 69 mentions.
///
/// A line without a mark is an event: id, date, proposed date, basis, type, domain, status, actors,
/// recipients, the event that it is part of, flags, whether it is a total, headline, participants,
/// places, amounts. A line with ">" is a mention of it: start, end, line, date words, quotation.
enum ArticleLedger {
  static let digest = "2da609711afc50749a396436099b99e718fea96162612b6f9cda8aa437b20abb"

  static let table = #"""
    k859e5b	1991-10/..		explicit	recognition	political	occurred	PAK	AZE				Pakistan recognises Azerbaijan			
      > 735|871|17|October 1991|Pakistan was among the first three countries to recognize Azerbaijan after its independence from the former Soviet Union in October 1991
    k49f165	1991-10		explicit	other	political	occurred	AZE					Azerbaijan becomes independent			
      > 810|871|17|October 1991|its independence from the former Soviet Union in October 1991
    kc3b1f3	1992-06		explicit	establishment	political	occurred	AZE,PAK					Diplomatic relations established			
      > 873|923|17|June 1992|Diplomatic relations were established in June 1992
    k7bc60d	1993-03		explicit	establishment	political	occurred	PAK	AZE				Pakistan opens its embassy in Baku		Baku	
      > 925|974|17|March 1993|Pakistan Embassy was opened in March 1993 in Baku
    ke3421d	1997-08		explicit	establishment	political	occurred	AZE	PAK				Azerbaijan opens its mission in Islamabad		Islamabad	
      > 979|1041|17|August 1997|Azerbaijan established its Mission in Islamabad in August 1997
    kea3757	2017		explicit	commemoration	political	planned	AZE,PAK			contradiction		25 years of relations to be celebrated			
      > 1043|1160|17|in 2017|Next year i.e. in 2017 the two countries will celebrate silver Jubilee of establishment of their diplomatic relations
    ke04077			none	support	political	ongoing	PAK	AZE		contested		Pakistan supports Azerbaijan			
      > 1293|1405|19||Pakistan has been extending unqualified support to Azerbaijan in its conflict with Armenia over Nagorno-Karabakh
      > 8311|8390|59||Supported Azerbaijan’s cause at all other international forums particularly OIC
    kbc5887			none	support	political	ongoing	PAK	AZE		contested		Pakistan does not recognise Armenia			
      > 1455|1552|19||Pakistan neither recognized Armenia nor established diplomatic relations with that country as yet
      > 8466|8599|61||Pakistan is the only country that has not recognized Armenia to date due to her occupation of Nagorno-Karabakh and its adjacent areas
    k6cc2c2	2012-02-01		explicit	resolution	political	occurred	PAK	AZE		contested		Senate committee adopts a resolution			
      > 1554|1666|19|February 2012|In February 2012, Senate Foreign Relations Committee of Pakistan recognized "Khojaly Tragedy” (1992) as genocide
      > 8824|8929|65|1st February 2012|Foreign Affairs Committee of Pakistan Senate passed resolution on "Khojali Genocide” on 1st February 2012
    k62afdd			none	support	political	ongoing	AZE	PAK		contested		Azerbaijan supports Pakistan			
      > 1719|1794|19||Azerbaijan also supports Pakistan’s position on the Jammu & Kashmir dispute
      > 7494|7537|42||Supported Pakistan on Jammu & Kashmir issue
    k492aef	2012		explicit	membership	political	ongoing	AZE	OIC		contested		Azerbaijan joins an OIC contact group			
      > 1796|1850|19||Azerbaijan is a member of OIC Contact Group on Kashmir
      > 7542|7596|42|since 2012|has joined the OIC Contact Group on Kashmir since 2012
    kb1897e			none	membership	political	occurred	PAK	OIC		contested		Pakistan joins an OIC contact group			
      > 1852|1960|19||Pakistan has also welcomed the establishment of OIC Contact Group on Nagorno-Karabakh and joined as a member
      > 8392|8460|59||Pakistan is also member of the OIC Contact Group on Nagorno-Karabakh
    kd91705			none	support	political	ongoing	AZE,PAK					Each side supports the other’s candidatures			
      > 2103|2260|19||Our two countries also support each other unconditionally and at times on a reciprocal arrangement on various candidatures in the international organizations
    k3942b7	1995-10		explicit	visit	political	occurred	PAK	AZE				President Leghari visits Baku	Sardar Farooq Ahmad Leghari|President|PAK	Baku	
      > 2358|2440|21|October 1995|Pakistan former President Sardar Farooq Ahmad Leghari visited Baku in October 1995
    k07a598	1996-04		explicit	visit	political	occurred	AZE	PAK				President Heydar Aliyev visits Pakistan	Heydar Aliyev|President|AZE	Pakistan	
      > 2442|2521|21|April 1996|This was followed by visit of President Heydar Aliyev to Pakistan in April 1996
    kbc1201	2004-07		explicit	visit	political	occurred	PAK	AZE				President Musharraf visits Baku	Pervez Musharraf|President General|PAK	Baku	
      > 2523|2590|21|July 2004|Former President General Pervez Musharraf visited Baku in July 2004
    k400aa0	2005-04		explicit	visit	political	occurred	AZE	PAK				President Ilham Aliyev visits Islamabad	Ilham Aliyev|President|AZE	Islamabad	
      > 2595|2664|21|April 2005|President Ilham Aliyev paid a return visit to Islamabad in April 2005
    k1fc2da	2005-05		explicit	visit	political	occurred	PAK	AZE				Prime Minister Aziz visits Baku	Shaukat Aziz|Prime Minister|PAK	Baku	
      > 2666|2791|21|May 2005|In May 2005, former Prime Minister Shaukat Aziz visited Baku to attend 9th session of Economic Cooperation Organization (ECO)
    k355efa	2005-05		inherited	meeting	economy	occurred	ECO		k1fc2da			ECO holds its 9th session			
      > 2737|2791|21|May 2005|9th session of Economic Cooperation Organization (ECO)
    ke8ac8c	2012-10		explicit	visit	political	occurred	PAK	AZE				President Zardari visits Baku	Asif Ali Zardari|President|PAK	Baku	
      > 2793|2889|21|October 2012|In October 2012, President Asif Ali Zardari visited Azerbaijan to attend 12th ECO summit in Baku
    k9a5527	2012-10		inherited	meeting	economy	occurred	ECO		ke8ac8c			ECO holds its 12th summit in Baku		Baku	
      > 2866|2889|21|October 2012|12th ECO summit in Baku
    kf1c406	2015-03-11/2015-03-14		explicit	visit	political	occurred	PAK	AZE				President Hussain visits Azerbaijan	Mamnoon Hussain|President|PAK	Azerbaijan	
      > 2891|2966|21|11-14 March, 2015|Present President Mamnoon Hussain visited Azerbaijan from 11-14 March, 2015
    kf57452	2015-03-11/2015-03-14		inherited	declaration	political	occurred	AZE,PAK		kf1c406			Joint Declaration on Strategic Partnership			
      > 3044|3133|21||two Presidents signed a Joint Declaration on Strategic Partnership between the two states
    k18ebe0	2015-03-11/2015-03-14		inherited	agreement	economy	occurred	AZE,PAK		kf1c406			Agreement to establish joint ventures			
      > 3135|3315|21||As a result of this visit the two countries agreed to establish joint ventures in all possible domains particularly defence, energy, infrastructure, IT, textile and pharmaceuticals
    k1d13f1	2015-10		explicit	transport_link	transport	occurred	AZE,PAK					Direct Baku–Islamabad flight			
      > 3317|3406|21|October 2015|A direct Turkish Air flight between Baku and Islamabad became operational in October 2015
    k4a4022	2015-03-11/2015-03-14		inherited	scholarship	education	occurred	PAK	AZE	kf1c406			Pakistan offers 50 IT scholarships			50|scholarships
      > 3408|3475|21||Pakistan offered 50 scholarships for Azeri students in the IT field
    k4f2437	2015-03-11/2015-03-14		inherited	agreement	education	occurred	AZE,PAK		kf1c406			Cooperation Programme, FSA and ADA University			
      > 3477|3602|21||The two sides also concluded Cooperation Programme between Foreign Service Academy (FSA), Islamabad and ADA, University, Baku
    k3ae982	2015-03-11/2015-03-14		inherited	agreement	economy	occurred	AZE,PAK		kf1c406			MoU on a Joint Business Council			
      > 3607|3770|21||MoU on the Establishment of Joint Business Council between Federation of Pakistan Chambers of Commerce and Industry and Azerbaijan Chamber of Commerce and Industry
    k62235b	2015-03-11/2015-03-14		inherited	meeting	economy	occurred	AZE,PAK		kf1c406			First Azerbaijan–Pakistan Business Forum			
      > 3772|3855|21||The two Presidents also co-inaugurated the First Azerbaijan-Pakistan Business Forum
    k3439b8			none	award	political	occurred	PAK	AZE				Pakistan awards Hilal-e-Pakistan			
      > 3952|4080|23||She was decorated with one of the highest civil awards of the country "Hilal-e-Pakistan” by the President of Pakistan personally
      > 9059|9193|69||Awarded "Hilal e Pakistan” to First lady of Azerbaijan for the humanitarian work done by Hyder Aliyev Foundation that is headed by her
    k6e62e7			none	award	education	occurred	AZE	PAK				Baku State University awards a doctorate			
      > 4199|4295|23||Baku State University awarded an Honorary Doctorate Degree to Pakistan President Mamnoon Hussain
      > 7869|7952|50||Baku State University awarded President of Pakistan with Honourary Doctorate Degree
    k98f761	2015		explicit	training	defence	occurred	PAK	AZE				Pakistan trains some 130 personnel			130|persons
      > 4636|4706|27|In 2015|In 2015 some 130 Azeri defence personnel received training in Pakistan
    kbc43a3	2015		inherited	training	defence	occurred	AZE	PAK				Azerbaijan trains 36 Air Force officers			36|persons
      > 4708|4791|27||Similarly 36 officers of Pakistan Air Force attended short training courses in Baku
    k4d6a78	2016-01-21		explicit	meeting	political	occurred	AZE,PAK					PM Sharif meets President Ilham Aliyev, Davos	Nawaz Sharif|Prime Minister|PAK;Ilham Aliyev|President|AZE	Davos,Switzerland	
      > 4871|5036|27|21st January 2016|On 21st January 2016 Prime Minister Nawaz Sharif held a bilateral meeting with President Ilham Aliyev on the side lines of Devos Business Forum in Devos, Switzerland
    k944071	2016-01-21		inherited	statement	political	occurred	AZE,PAK		k4d6a78			Statement of the two leaders, Davos			
      > 5038|5182|27||The two leaders expressed satisfaction on the existing bilateral relations and agreed to enhance cooperation in various fields including defence
    k7ca6ea	1993/..		explicit	training	education	ongoing	PAK	AZE				Pakistan offers civil training courses			
      > 5209|5276|29|since 1993|Pakistan has been offering various courses to Azerbaijan since 1993
      > 8605|8728|63||Pakistan offered and continues offering various capacity building and professional courses in civilian and military domains
    k8a8f9b			none	training	education	occurred	PAK	AZE				Civil officials are trained in Pakistan			
      > 5278|5475|29||A number of civil officials have been trained in Pakistan in the field of diplomacy, International Central Banking and Commercial Banking, Postal, Customs, Railways, IT, and Business Administration
    kcbf25b			none	training	education	occurred	AZE	PAK				Azerbaijan Diplomatic Academy opens courses			
      > 5477|5600|29||Azerbaijan Diplomatic Academy has also started offering some degree courses to Pakistani students through direct enrolments
    k52db32			none	agreement	economy	occurred	AZE,PAK				total	More than 30 agreements signed (a total)			30|documents
      > 5731|5827|31||the two countries have signed more than 30 bilateral Agreements, MoUs and Cooperation Programmes
    keb87e8	2000-09/..		explicit	meeting	economy	occurred	AZE,PAK				total	JMC holds five sessions (a total)			5|sessions
      > 5941|6009|31|since its formation in September 2000|The JMC has held five sessions since its formation in September 2000
    k9c1ba7	2000-09		explicit	establishment	economy	occurred	AZE,PAK					Joint Ministerial Commission (JMC) formed			
      > 5978|6009|31|September 2000|its formation in September 2000
    k00d17a	2106-04-26/2106-04-27	2016-04-26/2016-04-27	explicit	meeting	economy	occurred	AZE,PAK			implausible_year		JMC holds its 6th session, Islamabad		Islamabad	
      > 6011|6079|31|26-27 April 2106|The 6th meeting of the JMC was held in Islamabad on 26-27 April 2106
    ke01660			none	aid	humanitarian	occurred	AZE	PAK				Azerbaijan extends support in calamities			
      > 6952|7017|37||Azerbaijan extended support to Pakistan during natural calamities
    k035813			none	aid	humanitarian	ongoing	AZE	PAK				Heydar Aliyev Foundation runs projects			
      > 7019|7098|37||Heydar Aliyev Foundation regularly undertakes humanitarian projects in Pakistan
      > 7776|7863|48||Carried out and continues small-sized humanitarian project in various parts of Pakistan
    kea8983	2005/..		explicit	construction	humanitarian	occurred	AZE	PAK		contested		Foundation builds a girls’ school		Muzaffarabad	1000000|USD
      > 7100|7272|37|after 2005 earthquake|The Foundation under patronage of Ms. Mehriban Aliyeva, First Lady of Azerbaijan constructed a girls’ school in the city of Muzaffarabad, Azad Kashmir after 2005 earthquake
      > 7602|7680|44|after 2005 earthquake|Built a school in Muzafferabad after 2005 earthquake at a cost of US$ 1million
    kff2914	2010		explicit	aid	humanitarian	occurred	AZE	PAK				Azerbaijan gives US$ 1 million, floods			1000000|USD
      > 7282|7333|37|2010/2011|extended assistance to Pakistan in 2010/2011 floods
      > 7685|7770|46|2010|Gave assistance US$ 1 million each at the time of floods in 2010 and 2011 in Pakistan
    kbbf8b9	2011		explicit	aid	humanitarian	occurred	AZE	PAK				Azerbaijan gives US$ 1 million, floods			1000000|USD
      > 7282|7333|37|2010/2011|extended assistance to Pakistan in 2010/2011 floods
      > 7685|7770|46|2011|Gave assistance US$ 1 million each at the time of floods in 2010 and 2011 in Pakistan
    k0166b3			none	support	political	occurred	AZE	PAK				Azerbaijan supports candidatures of Pakistan			
      > 7957|8058|52||Azerbaijan supported several Pakistan’s candidatures for the international organizations/institutions
    k2ae41b	1992/1993		explicit	aid	humanitarian	occurred	PAK	AZE				Pakistan gives US$ 1 million			1000000|USD
      > 8065|8123|55|early 1992/1993|Extended an assistance of US$ 1 million in early 1992/1993
    ka4d75f	1993		explicit	transport_link	transport	occurred	PAK	AZE				PIA starts Karachi–Baku flights			
      > 8129|8179|57|in 1993|Started PIA flight at Karachi- Baku sector in 1993
    k883ff8			none	support	political	occurred	PAK	AZE		contested		Pakistan plays a role in UNSC resolutions			
      > 8232|8309|59||Played an important role in the UNSC resolutions on Nagorno-Karabakh conflict
    k8d2730			none	other	political	occurred	PAK	AZE				Pakistan gives land for an embassy			
      > 8935|9006|67||Gave a big chunk of land to Azerbaijan in Diplomatic Enclave, Islamabad
    k27c8f3			none	construction	political	occurred	AZE	PAK				Azerbaijan builds its embassy complex			
      > 9013|9053|67||Azerbaijan has built its Embassy complex
    ka261ae			none	support	political	occurred	PAK	AZE				Pakistan supports candidatures of Azerbaijan			
      > 9199|9300|71||Pakistan supported several Azerbaijan’s candidatures for the international organizations/institutions
    k8efea6	2017~		relative	appointment	political	planned	PAK	AZE				Ambassador Qaiser to end his mission	Khalid Usman Qaiser|Ambassador|PAK		
      > 9810|9855|75|now|I am now about to conclude my Mission in Baku
    k8d7fda	2014-01		explicit	appointment	political	occurred	PAK	AZE				Ambassador Qaiser arrives in Baku	Khalid Usman Qaiser|Ambassador|PAK		
      > 9863|9911|75|January 2014|my arrival in this great country in January 2014
    """#
}
