/** Words of a question in English and German that say nothing of what is looked for. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  ("a about am an and any are as at be been but by can could did do does for from had has have how i if in into is it its " +
    "me my no not of on one or our shall she should so some than that the their them then there these they this those to " +
    "us was we were what when where which who whom whose why will with would you your " +
    "aber alle als am an auch auf aus bei bin bis das dem den der des die dies diese dieser doch du durch ein eine einem " +
    "einen einer eines er es für gibt habe haben hat ich ihr im ins ist kann kein keine können man mein meine mich mir mit " +
    "muss müssen nach nicht noch nur ob oder sein sich sie sind soll um und uns unser vom von vor wann warum was wo wer " +
    "werden wie wir wird wenn wozu zu zum zur über").split(" "),
);
