// 공통 스크립트
function fnReload() {
  location.reload();
}
function fnShowEmp(list, target) {
  var html = "";
  for (var i = 0; i < list.length; i++) {
    html += "<li>" + list[i].empNo + " " + list[i].empNm + "</li>";
  }
  document.querySelector(target).innerHTML = html;
}
