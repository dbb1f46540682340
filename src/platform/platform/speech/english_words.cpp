// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/english_words.h"

#include "platform/speech/clauses.h"

#include <array>

namespace amends::speech {
namespace {

using enum Mark;

constexpr auto said = std::to_array<text::Meaning>({
    means(we, "i|we|ll|one of us|someone from|somebody from"),
    means(ours,
          "our team|our technician*|our engineer*|our fitter*|our manager*|our adviser*|our advisor*|our agent*|"
          "our driver*|our courier|our colleague*|our department|our office|our support|our billing|our legal|"
          "our accountant*|our specialist*|our plumber*|our staff|our crew|our workshop|our warehouse|our doctor*"),
    means(ours, "my team|my colleague*|a colleague*|my manager|my boss|my supervisor|the team|a technician|an engineer|"
                "the technician|the engineer|a specialist|a member of|someone|somebody|your adviser|your advisor|"
                "your account manager|your case worker|your case handler|your agent|our claims|our people|our lawyer*"),
    means(ours, "the plumber|the fitter|a fitter|a plumber|an electrician|the electrician|from the workshop|of ours|"
                "dr|your doctor|your dentist|our vet|the installer|an installer|your contact|our partner*|a manager"),
    means(you, "you|u"),
    means(yours, "you|your|yours|our|the refund|a refund|the money|the replacement|a replacement|a new|the new|the "
                 "missing|the correct|it|this|both|the credit|the discount|the charge|the second|the rest|the issue|"
                 "the fix|the bug|the fee|everything|the item|the package|the parcel|the order|a corrected"),
    means(others, "courier|carrier|bank|banks|manufacturer|airline|customs|dhl|ups|fedex|hermes|dpd|royal mail|post "
                  "office|supplier|factory|insurer|he|she|they|train|bus|ferry|police|court|landlord|museum|government|"
                  "weather|market|customers|postman|paypal|visa|amazon|road|shop"),
    means(will, "will|ll|shall|gonna"),
    means(going, "leaves|goes out|ships|arrives|is on its way|is with you|is at your|goes live|goes back|is yours"),
    means(between, "be sure to|make sure to|make sure|personally|gladly|also|then|now|certainly|definitely|of course|"
                   "just|still|already|always|immediately|again|first|happily|most|absolutely|surely|instead|right|"
                   "simply|too|both|all|soon|shortly|probably|only|even|myself|ourselves|today|tomorrow|gonna|quickly|"
                   "therefore|promptly|directly|finally|once"),
    means(no, "not|never|won|cannot|can't|cant|nobody|nothing|no|don|didn|isn|unable|neither|nor|hardly|without|wont|"
              "doesn|can t|aren"),
    means(feels, "need|have to|love|like|want|hope|try|wait|miss|see whether|see if|require|expect|be happy|be glad|be "
                 "delighted|be pleased|think|consider|appreciate|be interested|be sorry|remember|know|admit|be able to "
                 "help|assume|must|be unable|be out|be away|be closed|never|ask you|be asking|be waiting|look forward|"
                 "understand|agree with|wish|prefer|depend|be delayed|attempt|aim|do our best|do my best|do what"),
    means(feels, "looking|waiting|hoping|trying|writing|thinking|considering|expecting|sorry|getting a|seeing|working "
                 "from|experiencing|having trouble|asking|wondering|facing|hiring|missing|planning|aiming|attempting"),
    means(feels, "have to|be charged|be asked|be required|be billed|notice|be responsible|be liable|lose"),
    means(acts, "sending|posting|shipping|refunding|crediting|replacing|removing|cancelling|canceling|adding|putting|"
                "extending|waiving|issuing|returning|transferring|upgrading|escalating|forwarding|reversing|fixing|"
                "resetting|restoring|applying|giving|deleting|delivering|arranging|organising|organizing|correcting|"
                "reopening|unlocking|reimbursing|paying|moving|changing|booking|reserving|closing|updating"),
    means(gets, "receive|hear|get|have|be able to|be first|be the first|be notified|be contacted|be informed|know|be "
                "refunded|be reimbursed|be compensated|be credited|be paid|be sent|be given|be updated|be moved|be "
                "called|be told|be kept|be up and running|be back|own|enjoy|not be charged|be released|be upgraded"),
    means(comes,
          "arrive|reach|leave|go out|ship|follow|find|see|come|go live|go|show up|appear|return|drop|disappear|"
          "work|ready|live|available|back|with you|on its way|on their way|at your|in your|at her|at his|yours|"
          "there|delivered|sent|paid|done|made|fixed|put|given|shipped|gone|sorted|resolved|complete|completed|"
          "up and running|running|active|installed|restored|going|coming|arriving|leaving|run|land|cover|on the"),
    means(ends, "expire|end|close|closed|charged|cost|take|increase|decrease|required|asked|start|begin|lapse|stop|"
                "billed|deducted|rejected|refused|lost|delayed|open|apply|need|have to|happen|depend|be accepted|"
                "accepted|considered|disappointed|held|late|be due|due|sold|starting|ending|closing|opening|reviewed "
                "once|processed once|unavailable|payable|subject"),
    means(vow, "i promise|we promise|i guarantee|we guarantee|my word|our word|rest assured|count on|leave it with me|"
               "leave it with us|leave this with me|consider it done|expect a reply|expect an answer|expect to hear|"
               "expect a call|expect an update|expect news|expect your|expect our|can promise you|we commit|i commit|"
               "expect delivery|expect a response|i assure you|we assure you|i call you|i am on it|we undertake"),
    means(
        vow,
        "give me until|give me half|give me an hour|give me a day|give me two|i vow|we vow|i pledge|we pledge|be assured|hold me to|you can rely on|i swear"),
    means(hedge,
          "might|maybe|perhaps|possibly|could|would|should|hope|hopes|hopefully|try|aim|wish|d|expects|expected|"
          "possible|likely|probably|intend|ideally|reckons|believe|think|guess|suppose|estimate|unlikely|whether|"
          "how about|what about|can we|may i|may we|may be|may have|may take|may not|it may|we may|i may|"
          "wonder|doubt|if possible|aims|plan to|planned|used to|cannot say|can t say|don t know|not sure|"
          "know when|know if|say when|in theory|subject to|was going|were going|supposed to"),
    means(condition, "if|unless|provided|providing|assuming|in case|in the event|as long as|should you|had we|only if|"
                     "on condition|otherwise|were you to|without a|without the|without your"),
    means(whether, "see|check|out|ask|confirm|know|verify|tell you|wonder|find"),
    means(once, "once|when|after|whenever|as soon as|until|upon|the moment"),
    means(habit, "usually|normally|generally|in general|as a rule|typically|according to|per our|under our|our policy|"
                 "policy|our terms|customers|subscribers|every order|orders placed|all orders|always|every time|"
                 "whenever|under the|each month|every month|each year|every year|every customer|anyone who|whoever|"
                 "weather permitting|most orders|most customers|up to two|refunds take"),
    means(habit, "on weekdays|on business days|standard delivery|delivery takes|as standard|our opening|office hours|"
                 "opening hours|by law|by default|no later than 14|all customers|all requests|all returns"),
    means(duty, "please note|please send|please let|please keep|please reply|please make|please return|please confirm|"
                "please give us|please provide|please check|please write|please contact|please call|you must|you need|"
                "you have to|you should|you ll need|you will need|you are required|you can|feel free|tell us|tell me|"
                "let me know|let us know|you may|make sure you|remember to|do not forget|you ll have to|don t forget|"
                "kindly|you will have to|you will be asked|you ll be asked|you could|you might"),
    means(reports,
          "you said|you wrote|you asked|you told|you mentioned|you promised|you wanted|he said|he told|she said|"
          "she told|she wrote|he wrote|they said|they told|i was told|we were told|i told|i said|i wrote|we "
          "said|we told|we wrote|says|say|said that|told us|told me|told you|customer wrote|wrote that|"
          "claims that|has told|have told|informed us|as promised|you claim|you say|wrote to us that|"
          "has said|was informed|promised that|was promised|were promised|you were told"),
    means(past, "yesterday|last week|ago"),
    means(joins, "and|so|or|then"),
    means(but, "but|because|although|however|while|whereas"),
    means(tells, "let you know|get back to|come back to|hear from|hear back|update you|an update|the update on|updates|"
                 "inform you|in touch|write to|write back|write again|write you|reply|respond|response|answer|tell you|"
                 "told you|message you|email you|e mail you|mail you|text you|notify you|notified|contact you|posted|"
                 "reach out|report back|report on|report to|confirm|news|drop you|keep you|explanation|explain|"
                 "know first|be the first|first to know|advise you|brief you|follow up|check on you|check in|"
                 "send you an e|send you an email|an email|a message|a confirmation|be informed|be told|loop you|"
                 "get in touch|ping you|share the|feed back|feedback|revert|findings|write"),
    means(calls,
          "call you|calls you|ring you|phone you|telephone you|give you a call|give you a ring|call back|speak "
          "to you|speak with you|talk to you|talk with you|dial|on the line|calling you|ringing you|phoning you|"
          "video call|call your|ring your|phone your|a call from|contacted by phone|by phone|be called|you a bell"),
    means(visits,
          "visit|visiting|come to your|come round|come by|come over|coming to|coming round|coming by|see you|see "
          "your|seeing you|meet you|meet|meeting you|meeting|be at your|be with you|drop by|pop in|pop round|"
          "be there|appointment|attend|on site|on your doorstep|call round|stop by|inspect|at the shop"),
});

} // namespace

const text::Lexicon& english_words()
{
    static const text::Lexicon once(said);
    return once;
}

} // namespace amends::speech
